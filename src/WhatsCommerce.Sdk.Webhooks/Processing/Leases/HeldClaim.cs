namespace WhatsCommerce.Webhooks;

/// <summary>A claim whose handler is running. <see cref="LeaseKeeper"/> renews it.</summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private volatile bool _isLost;
    private long _aliveSince;

    /// <summary>Initializes a claim that was granted.</summary>
    /// <param name="context">The context that is passed to the handler.</param>
    /// <param name="lease">How long the claim holds unless it is renewed.</param>
    /// <param name="asked">The timestamp of the request for the claim: the lease cannot have begun earlier.</param>
    /// <param name="stopping">Canceled when the app stops.</param>
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

    /// <summary>Gets the renewal interval: three tries before the lease ends.</summary>
    public TimeSpan RenewEvery => Lease / 3;

    /// <summary>Gets the handler's token: canceled when the app stops or the claim is lost.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Gets a value indicating whether another run may own the key by now, so that the handler was canceled.</summary>
    public bool IsLost => _isLost;

    /// <summary>Gets the timestamp at which the run began.</summary>
    public long Begun { get; }

    /// <summary>Gets or sets the timestamp at which the current lease began.</summary>
    public long AliveSince
    {
        get => Volatile.Read(ref _aliveSince);
        set => Volatile.Write(ref _aliveSince, value);
    }

    /// <summary>Gets or sets a value indicating whether a renewal is in progress.</summary>
    public bool IsRenewing { get; set; }

    /// <summary>Gets or sets how often the long run was logged.</summary>
    public byte TimesTold { get; set; }

    /// <summary>Gets or sets the neighbors in the list of held claims. Maintained by <see cref="HeldClaims"/>.</summary>
    public HeldClaim? Previous { get; set; }

    public HeldClaim? Next { get; set; }
    public bool IsHeld { get; set; }

    /// <summary>Determines whether the lease ended without a known renewal.</summary>
    public bool HasEnded(TimeProvider time) => time.GetElapsedTime(AliveSince) >= Lease;

    /// <summary>Marks the claim as lost.</summary>
    /// <returns>
    /// Whether the handler must be canceled, by <see cref="Cancel"/>. A handler that completes the claim itself is not canceled: its own
    /// commit may be the reason why the store no longer knows the claim, and if it is not, the commit will fail.
    /// </returns>
    public bool Lose()
    {
        _isLost = true;
        return !Context.IsCompletionTakenOver;
    }

    /// <summary>Cancels the handler.</summary>
    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();
}
