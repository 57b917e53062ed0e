namespace WhatsCommerce.Testing;

/// <summary>
/// A call between a customer and the business, without audio. The test controls what the customer does. Thread-safe.
/// </summary>
/// <remarks>
/// Each method completes when the callback has accepted the webhooks or they were given up, like the methods of
/// <see cref="EmulatedCustomer"/>. A call that rings for <see cref="CloudApiEmulatorOptions.CallsRingFor"/> ends automatically. Source:
/// Meta, calling/business-initiated-calls and user-initiated-calls.
/// </remarks>
public sealed class EmulatedCall
{
    private readonly Lock _gate = new();

    // Replaced as a whole, so that readers never see a partial change.
    private volatile Progress _progress = new(null, null, null, null);

    internal EmulatedCall(string id, EmulatedCustomer customer, EmulatedNumber number, bool isFromCustomer, DateTimeOffset at)
    {
        Id = id;
        Customer = customer;
        Number = number;
        IsFromCustomer = isFromCustomer;
        RangAt = at;
        Sdp = CallSdp.Make(id, isOffer: isFromCustomer);
    }

    /// <summary>The id of the call, as in webhooks.</summary>
    public string Id { get; }

    /// <summary>The customer who calls or is called.</summary>
    public EmulatedCustomer Customer { get; }

    /// <summary>Whether the customer called; otherwise the business did.</summary>
    public bool IsFromCustomer { get; }

    /// <summary>The session description of the customer's side: an offer of a customer who calls, an answer of one who is called.</summary>
    public string Sdp { get; }

    /// <summary>The session description (SDP) of the business; <see langword="null"/> before the business has sent it.</summary>
    public string? BusinessSdp => _progress.Sdp;

    /// <summary>The callback data that the business has set for the call.</summary>
    public string? CallbackData => _progress.Data;

    /// <summary>When the call began to ring.</summary>
    public DateTimeOffset RangAt { get; }

    /// <summary>When the call was answered; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? AnsweredAt => _progress.Answered;

    /// <summary>When the call ended; <see langword="null"/> when it has not.</summary>
    public DateTimeOffset? EndedAt => _progress.Ended;

    /// <summary>The state of the call.</summary>
    public EmulatedCallState State => _progress.State;

    /// <summary>How long the call lasted, in whole seconds as in webhooks; <see langword="null"/> when nobody answered.</summary>
    public TimeSpan? Duration => _progress is { Answered: { } from, Ended: { } to }
        ? TimeSpan.FromSeconds(to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds())
        : null;

    internal EmulatedNumber Number { get; }

    /// <summary>The payload of the button or link that started the call; <see langword="null"/> when it was started otherwise.</summary>
    internal string? ButtonPayload { get; init; }

    internal string? LinkPayload { get; init; }

    /// <summary>Answers a call of the business.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call is still answered.</param>
    /// <exception cref="InvalidOperationException">The call no longer rings, or the customer called.</exception>
    public Task AnswerAsync(CancellationToken cancellationToken = default) => Customer.AnswerAsync(this).WaitAsync(cancellationToken);

    /// <summary>Declines a call of the business.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call is still declined.</param>
    /// <exception cref="InvalidOperationException">The call no longer rings, or the customer called.</exception>
    public Task DeclineAsync(CancellationToken cancellationToken = default) => Customer.DeclineAsync(this).WaitAsync(cancellationToken);

    /// <summary>
    /// Ends the ringing immediately, as if nobody had answered in time. Four calls of the business in a row that nobody answers, or
    /// that the customer declines, revoke the permission to call.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call still ends.</param>
    /// <exception cref="InvalidOperationException">The call no longer rings.</exception>
    public Task MissAsync(CancellationToken cancellationToken = default) => Customer.MissAsync(this).WaitAsync(cancellationToken);

    /// <summary>Hangs up.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call still ends.</param>
    /// <exception cref="InvalidOperationException">
    /// The call has already ended, or is a call of the business that was not answered.
    /// </exception>
    public Task HangUpAsync(CancellationToken cancellationToken = default) => Customer.HangUpAsync(this).WaitAsync(cancellationToken);

    /// <summary>Returns the caller, the state, and the end of the id.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"call of the {(IsFromCustomer ? "customer" : "business")}, {State} (…{Id[Math.Max(0, Id.Length - 6)..]})");

    /// <summary>Applies the values that the business sends.</summary>
    internal void Give(string? sdp, string? callbackData)
    {
        lock (_gate)
        {
            _progress = _progress with { Sdp = sdp ?? _progress.Sdp, Data = callbackData ?? _progress.Data };
        }
    }

    /// <summary>Answers the call, unless it was answered or has ended.</summary>
    internal bool Answer(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (State is not EmulatedCallState.Ringing)
            {
                return false;
            }

            _progress = _progress with { Answered = at };
            return true;
        }
    }

    /// <summary>Ends the call, unless it has ended or is not in the expected state.</summary>
    internal bool End(DateTimeOffset at, EmulatedCallState? wanted = null)
    {
        lock (_gate)
        {
            if (State is EmulatedCallState.Ended || (wanted is not null && State != wanted))
            {
                return false;
            }

            _progress = _progress with { Ended = at };
            return true;
        }
    }

    private sealed record Progress(string? Sdp, string? Data, DateTimeOffset? Answered, DateTimeOffset? Ended)
    {
        public EmulatedCallState State =>
            Ended is not null ? EmulatedCallState.Ended
            : Answered is not null ? EmulatedCallState.Connected
            : EmulatedCallState.Ringing;
    }
}
