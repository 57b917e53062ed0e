using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages.Once;

/// <summary>A ledger in memory that a test stands in front of.</summary>
internal sealed class HookedLedger(TimeProvider? time = null) : ISendLedger
{
    private readonly MemorySendLedger _ledger = new(timeProvider: time);

    /// <summary>Called before each member, with its name.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after each member, with its name.</summary>
    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was called.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The last intent that was given.</summary>
    public SendIntent? Intent { get; private set; }

    public int Count => _ledger.Count;

    public ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        Intent = intent;
        return Run("begin", () => _ledger.TryBeginAsync(intent, lease, cancellationToken));
    }

    public ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default) =>
        Run("complete", () => _ledger.CompleteAsync(intent, messageId, receipt, cancellationToken));

    public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        Run("release", () => _ledger.ReleaseAsync(intent, cancellationToken));

    public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        Run("unknown", () => _ledger.MarkUnknownAsync(intent, cancellationToken));

    public ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default) =>
        Run("report", () => _ledger.ResolveAsync(reported, cancellationToken));

    public ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default) =>
        Run("resolve", () => _ledger.ResolveAsync(key, sentAs, cancellationToken));

    private async ValueTask<T> Run<T>(string member, Func<ValueTask<T>> call)
    {
        lock (Calls)
        {
            Calls.Add(member);
        }

        await Before(member);
        T result = await call();
        await After(member);
        return result;
    }
}
