namespace WhatsCommerce.Webhooks;

/// <summary>A claim while its handler runs, which <see cref="LeaseKeeper"/> keeps alive.</summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly CancellationTokenSource _cancellation;

    public HeldClaim(WebhookContext context, TimeSpan lease, long timestamp, CancellationToken stopping)
    {
        Context = context;
        Lease = lease;
        AliveSince = timestamp;
        Place = new(this);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    public WebhookContext Context { get; }

    public WebhookClaim Claim => Context.Claim;

    public TimeSpan Lease { get; }

    /// <summary>Three tries before the lease ends.</summary>
    public TimeSpan RenewEvery => Lease / 3;

    /// <summary>For the handler: cancelled when the app stops or the claim is lost.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether somebody else may own the key by now, so that the handler was told to stop.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The place among the held ones; in a list as long as the handler runs.</summary>
    public LinkedListNode<HeldClaim> Place { get; }

    /// <summary>The timestamp from which the lease is counted.</summary>
    public long AliveSince { get; set; }

    /// <summary>Whether the store is being asked just now.</summary>
    public bool IsRenewing { get; set; }

    /// <summary>Takes the claim for lost and tells the handler.</summary>
    /// <remarks>
    /// A handler that completes the claim itself is not told: its commit may be why the store knows of no claim any more, and if it is
    /// not, the commit will fail.
    /// </remarks>
    public Task LoseAsync()
    {
        IsLost = true;
        return Context.IsCompletionTakenOver ? Task.CompletedTask : _cancellation.CancelAsync();
    }

    public void Dispose() => _cancellation.Dispose();
}
