namespace WhatsCommerce.Webhooks;

/// <summary>A claim while its handler runs, which <see cref="LeaseKeeper"/> keeps alive.</summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private volatile bool _isLost;
    private long _aliveSince;

    /// <summary>Takes note of a claim that was granted.</summary>
    /// <param name="context">What the handler is told.</param>
    /// <param name="lease">How long the claim is good unless renewed.</param>
    /// <param name="asked">The timestamp at which it was asked for: the lease cannot have begun earlier.</param>
    /// <param name="stopping">Cancelled when the app stops.</param>
    public HeldClaim(WebhookContext context, TimeSpan lease, long asked, CancellationToken stopping)
    {
        Context = context;
        Lease = lease;
        Begun = asked;
        _aliveSince = asked;
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
    public bool IsLost => _isLost;

    /// <summary>The timestamp from which the run counts.</summary>
    public long Begun { get; }

    /// <summary>The timestamp from which the lease is counted.</summary>
    public long AliveSince
    {
        get => Volatile.Read(ref _aliveSince);
        set => Volatile.Write(ref _aliveSince, value);
    }

    /// <summary>Whether the store is being asked just now.</summary>
    public bool IsRenewing { get; set; }

    /// <summary>How often a log told that it runs for long.</summary>
    public byte TimesTold { get; set; }

    /// <summary>The neighbours among the held ones, and whether it is one of them. Kept by <see cref="HeldClaims"/>.</summary>
    public HeldClaim? Previous { get; set; }

    public HeldClaim? Next { get; set; }

    public bool IsHeld { get; set; }

    /// <summary>Whether the lease ended without a renewal that is known of.</summary>
    public bool HasEnded(TimeProvider time) => time.GetElapsedTime(AliveSince) >= Lease;

    /// <summary>Takes the claim for lost.</summary>
    /// <returns>
    /// Whether the handler must be told, by <see cref="Cancel"/>. One that completes the claim itself is not: its commit may be why the
    /// store knows of no claim any more, and if it is not, the commit will fail.
    /// </returns>
    public bool Lose()
    {
        _isLost = true;
        return !Context.IsCompletionTakenOver;
    }

    /// <summary>Tells the handler.</summary>
    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();
}
