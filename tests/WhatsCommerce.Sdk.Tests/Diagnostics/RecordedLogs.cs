using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Sdk.Tests.Diagnostics;

/// <summary>Keeps what was logged, with its exceptions and the values behind the text.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyCollection<Entry> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    internal sealed record Entry(string Category, LogLevel Level, int Id, string Message, string Values, Exception? Exception);

    private sealed class Logger(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue(new(
                category,
                logLevel,
                eventId.Id,
                formatter(state, exception),
                state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values) : "",
                exception));
    }
}
