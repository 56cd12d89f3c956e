// Runs before the first paint, so that a chosen theme never flashes; a file of its own keeps the CSP strict.
try {
  const theme = localStorage.getItem('parley:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no override: the system's preference holds.
}
