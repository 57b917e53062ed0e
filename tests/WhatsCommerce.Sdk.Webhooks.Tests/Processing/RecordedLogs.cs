using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Tests;

/// <summary>Keeps what was logged, exceptions included.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyCollection<Entry> Entries => _entries;

    /// <summary>What the SDK itself logged.</summary>
    public IReadOnlyList<Entry> OfSdk =>
        [.. _entries.Where(entry => entry.Category.StartsWith("WhatsCommerce.", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    internal sealed record Entry(string Category, LogLevel Level, int Id, string Text);

    private sealed class Logger(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue(new(category, logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
    }
}
