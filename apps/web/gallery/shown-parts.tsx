import Ellipsis from 'lucide-react/icons/ellipsis';
import Lock from 'lucide-react/icons/lock';
import Plus from 'lucide-react/icons/plus';
import { Avatar } from '../src/components/avatar.tsx';
import { Button, IconButton } from '../src/components/button.tsx';
import { CalendarButton } from '../src/components/calendar-button.tsx';
import { Card } from '../src/components/card.tsx';
import { Chip, ChipButton } from '../src/components/chip.tsx';
import { Delta } from '../src/components/delta.tsx';
import { ItemTools, ShareChip, ThreadMark } from '../src/components/item-tools.tsx';
import { LinkButton } from '../src/components/link-button.tsx';
import { Meter } from '../src/components/meter.tsx';
import { Page } from '../src/components/page.tsx';
import { PrivateGround } from '../src/components/private-ground.tsx';
import { SealedSeats } from '../src/components/sealed-seats.tsx';
import { SplitPanel } from '../src/components/split-panel.tsx';
import { Stepper } from '../src/components/stepper.tsx';
import { Cell, Head, RowHead, Table } from '../src/components/table.tsx';
import { ThemeSwitch } from '../src/components/theme-switch.tsx';
import type { Part } from './part.tsx';

const plus = <Plus aria-hidden="true" />;
const steps = ['Lead', 'Applied', 'Interview', 'Offer'].map((label) => ({ id: label, label }));
const names = ['Ana Moreau', 'Ben Okafor', 'Chiara Rossi', 'Dilnoza Yusupova', 'Eva Lindqvist', 'Fadi Haddad'];
const seats = names.slice(0, 3).map((name, at) => ({ accountId: name, name, sealed: at === 1 }));
const why = 'You have not sealed your own package yet.';
const failing = () => Promise.reject(new Error('No file in a gallery.'));
const tools = {
  QuotedText: ({ text }: { text: string }) => text,
  ShareChip: () => <ChipButton icon={<Lock aria-hidden="true" />}>Only you</ChipButton>,
  ThreadMark: () => <IconButton label="Comment on: Base" icon={<Ellipsis aria-hidden="true" />} />,
};

/** What shows something, or is pressed. */
export const shownParts: Part[] = [
  {
    of: 'avatar.tsx',
    states: {
      'two names, one, another alphabet': (
        <span className="flex gap-2">
          {['Ana Moreau', 'Cher', 'Ольга Іваненко', '山田 花子'].map((name) => (
            <Avatar key={name} name={name} alone />
          ))}
        </span>
      ),
      small: <Avatar name="Ben Okafor" size="small" alone />,
    },
  },
  {
    of: 'button.tsx',
    states: {
      primary: <Button kind="primary">Share with Ben</Button>,
      plain: <Button icon={plus}>Add an ask</Button>,
      quiet: <Button kind="quiet">Cancel</Button>,
      danger: <Button kind="danger">Delete the offer</Button>,
      'in flight': (
        <Button kind="primary" pending>
          Saving
        </Button>
      ),
      'cannot be pressed, and why': <Button why={why}>Reveal together</Button>,
      'an icon alone': <IconButton label="Remove this component" icon={<Ellipsis aria-hidden="true" />} />,
    },
  },
  {
    of: 'calendar-button.tsx',
    states: { 'press it: it says why there is no file': <CalendarButton load={failing}>Calendar file</CalendarButton> },
  },
  {
    of: 'card.tsx',
    states: {
      titled: (
        <Card title="Asks, most wanted first" aside={<Chip tone="warn">2 open</Chip>}>
          A base of 128,000, because the scope grew.
        </Card>
      ),
      'without a title': <Card>What stands alone.</Card>,
    },
  },
  {
    of: 'chip.tsx',
    states: {
      plain: <Chip>nice to have</Chip>,
      accent: <Chip tone="accent">in review</Chip>,
      good: <Chip tone="good">Confirmed in writing</Chip>,
      warn: <Chip tone="warn">Said only</Chip>,
      bad: <Chip tone="bad">The letter differs</Chip>,
      'too long for its place': <Chip>{`Ana, Ben and everybody who joins the Thursday table of ${names.join(', ')}`}</Chip>,
      'opens something': <ChipButton icon={<Lock aria-hidden="true" />}>Only you</ChipButton>,
    },
  },
  {
    of: 'delta.tsx',
    states: {
      'up is good': <Delta value={5000}>€5,000</Delta>,
      'down is bad': <Delta value={-5000}>€5,000</Delta>,
      'down is good': (
        <Delta value={-3} good="down">
          3 days
        </Delta>
      ),
      neither: (
        <Delta value={2} good="none">
          2 %
        </Delta>
      ),
      unchanged: <Delta value={0}>unchanged</Delta>,
    },
  },
  {
    of: 'item-tools.tsx',
    states: {
      'filled by the app': (
        <ItemTools tools={tools}>
          <span className="flex items-center">
            <ShareChip itemId="" kind="offer" />
            <ThreadMark itemId="" blockId="" label="Base" />
          </span>
        </ItemTools>
      ),
      'not filled: nothing': <ShareChip itemId="" kind="offer" />,
    },
  },
  { of: 'link-button.tsx', states: { 'a link that reads as an act': <LinkButton to="/">Before the call</LinkButton> } },
  {
    of: 'meter.tsx',
    states: {
      nothing: <Meter label="Progress, nothing" value={0} text="0%" />,
      some: <Meter label="Progress, some" value={0.4} text="40%" />,
      'more than all': <Meter label="Progress, more than all" value={1.3} text="130%" />,
    },
  },
  {
    of: 'page.tsx',
    wide: true,
    states: {
      'title, lead, act': (
        <Page title="Opportunities" lead="Every opening you are pursuing." action={<Button icon={plus}>Add one</Button>}>
          <p>What the page holds.</p>
        </Page>
      ),
    },
  },
  {
    of: 'private-ground.tsx',
    states: { 'only its owner sees it': <PrivateGround>My walk-away: €112,000 a year.</PrivateGround> },
  },
  { of: 'sealed-seats.tsx', states: { 'one of three': <SealedSeats seats={seats} /> } },
  {
    of: 'split-panel.tsx',
    wide: true,
    states: {
      closed: (
        <SplitPanel open={false} onClose={() => undefined} panelTitle="Comments" panel={null}>
          <p>The reading column.</p>
        </SplitPanel>
      ),
    },
  },
  {
    of: 'stepper.tsx',
    wide: true,
    states: {
      'at the first': <Stepper label="Stage, at the first" steps={steps} current="Lead" />,
      'at the third': <Stepper label="Stage, at the third" steps={steps} current="Interview" />,
    },
  },
  {
    of: 'table.tsx',
    wide: true,
    states: {
      'figures, with a note': (
        <Table caption="Per vest year, EUR" note="Share prices as stated.">
          <thead>
            <tr>
              <Head>Component</Head>
              {['Year 1', 'Year 2', 'Year 3', 'Year 4', '4 years'].map((year) => (
                <Head key={year} number>
                  {year}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <RowHead>Base</RowHead>
              {['145,000', '149,350', '153,831', '158,445', '606,626'].map((sum) => (
                <Cell key={sum} number>
                  {sum}
                </Cell>
              ))}
            </tr>
          </tbody>
        </Table>
      ),
    },
  },
  { of: 'theme-switch.tsx', states: { 'light, dark, or as the system has it': <ThemeSwitch /> } },
];
