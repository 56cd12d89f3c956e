import fc from 'fast-check';

// A mutant that lives through 150 ms of one property lives through the rest: a property that ends early can only let a mutant live, never kill one.
fc.configureGlobal({ interruptAfterTimeLimit: 150 });
