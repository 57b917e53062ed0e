using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>
/// A store in memory whose calls can be made to fail, or to answer something else, as a database would when things go wrong.
/// </summary>
internal sealed class HookedStore(FakeTimeProvider time) : IWebhookStore
{
    private readonly List<string> _calls = [];

    /// <summary>The store that answers what is not hooked.</summary>
    public MemoryWebhookStore Inner { get; } = new(null, time);

    public Func<WebhookKey, ValueTask<WebhookClaim>>? OnTryBegin { get; set; }

    public Func<WebhookClaim, bool>? OnComplete { get; set; }

    public Func<WebhookClaim, bool>? OnRenew { get; set; }

    public Func<WebhookClaim, bool>? OnMarkDead { get; set; }

    /// <summary>What was asked, in order, without the polling of claims.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default) =>
        OnTryBegin is null ? Inner.TryBeginAsync(key, lease, cancellationToken) : OnTryBegin(key);

    public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        Note("complete", OnComplete?.Invoke(claim)) ?? Inner.CompleteAsync(claim, cancellationToken);

    public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
        Note("abandon: " + error, null) ?? Inner.AbandonAsync(claim, error, cancellationToken);

    public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
        Note("dead", OnMarkDead?.Invoke(claim)) ?? Inner.MarkDeadAsync(claim, cancellationToken);

    public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Note("renew", OnRenew?.Invoke(claim)) ?? Inner.RenewAsync(claim, lease, cancellationToken);

    public ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) =>
        Inner.ReviveAsync(key, cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => default;

    private ValueTask<bool>? Note(string call, bool? answer)
    {
        lock (_calls)
        {
            _calls.Add(call);
        }

        return answer is { } given ? new ValueTask<bool>(given) : null;
    }
}
