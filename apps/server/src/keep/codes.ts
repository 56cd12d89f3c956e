import type { Settings } from '../env.ts';
import { withClient } from './open.ts';
import { checkCode, makeRecoveryCode, recoverKey } from './recover.ts';
import { rotateKey } from './rotate.ts';
import { askFor } from './typed.ts';

const paper = (code: string) =>
  `Your recovery code, told this once:\n\n  ${code}\n\nWrite it down and keep it away from this machine. With the database it brings the master key back; an earlier code opens nothing any more.`;

export const rotate = (settings: Settings): Promise<string> =>
  withClient(settings, async (client) => {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const { code, keys } = await rotateKey({ client, keyFile: settings.masterKeyFile, say });
    return `The master key is a new one, ${keys} keys are wrapped by it. A backup from before opens with the key of that time alone.\n${paper(code)}`;
  });

export const makeCode = (settings: Settings): Promise<string> =>
  withClient(settings, async (client) => paper(await makeRecoveryCode(client, settings.masterKeyFile)));

export async function tryCode(settings: Settings): Promise<string> {
  const typed = await askFor('Recovery code');
  const right = await withClient(settings, (client) => checkCode(client, typed));
  return right ? 'This code brings the master key back.' : 'This is not the code of the master key that is in force.';
}

export async function recover(settings: Settings): Promise<string> {
  const typed = await askFor('Recovery code');
  await withClient(settings, (client) => recoverKey(client, settings.masterKeyFile, typed));
  return `The master key is back in ${settings.masterKeyFile}. Start Parley.`;
}
