using System.Net;

namespace WhatsCommerce.Testing;

/// <summary>
/// A payment provider that runs on this machine: a real HTTP server on the loopback address with the provider's API, the pages on which
/// customers pay, signed webhooks, a dashboard in C#, and a ledger (<see cref="Ledger"/>) that tests compare the shop with.
/// </summary>
/// <remarks>
/// <para>
/// No real money is ever charged. Requests are validated according to the provider's documentation, without sharing code with the clients
/// of this SDK. State is in memory and limited by <see cref="LocalProviderOptions.HistoryLimit"/>. Thread-safe.
/// </para>
/// </remarks>
public abstract partial class LocalProvider : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, LocalCheckout> _checkouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalCheckout> _pages = new(StringComparer.Ordinal);
    private readonly KestrelServer _server;
    private readonly ForeignPages _foreign = new(IPAddress.Loopback);
    private readonly IdempotencyKeys _keys;
    private readonly EmulatorTimers _timers;
    private readonly LocalWebhookPump _pump;

    private protected LocalProvider(string name, LocalProviderOptions? options)
    {
        Name = name;
        Options = (options ?? new()).Validated();
        _timers = new(Time);
        _keys = new(Time, Options.HistoryLimit);
        _server = new(IPAddress.Loopback, Options.Port, LocalRequest.MaxBytes, HandleAsync);
        _pump = new(Options, _timers, Sign);
        Webhooks = new(Options.HistoryLimit, _pump);
    }

    /// <summary>The name of the provider: <c>stripe</c>, <c>paypal</c> or <c>razorpay</c>.</summary>
    public string Name { get; }

    /// <summary>The base address, which replaces that of the real provider.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>
    /// The faults of the API, by the HTTP status of each fault; initially none. Error bodies have the provider's format. Pages are not
    /// affected.
    /// </summary>
    public EmulatedFaults Faults { get; } = new(new());

    /// <summary>The webhooks of the provider, and their faults.</summary>
    public LocalWebhooks Webhooks { get; }

    /// <summary>All charges, refunds and disputes: the source of truth that tests compare the shop with.</summary>
    public LocalLedger Ledger { get; } = new();

    /// <summary>
    /// Whether refunds stay pending until <see cref="CompleteRefund"/>; <see langword="false"/> unless set, so that they complete
    /// immediately.
    /// </summary>
    public bool KeepsRefundsPending { get; set; }

    /// <summary>All checkouts that the shop has created, oldest first. Each call returns a new list.</summary>
    public IReadOnlyList<LocalCheckout> Checkouts => Under(() => _checkouts.Values.ToArray());

    internal LocalProviderOptions Options { get; }

    internal TimeProvider Time => Options.TimeProvider;

    /// <summary>Finds the last checkout with an id or with a reference of the shop; <see langword="null"/> when there is none.</summary>
    /// <param name="idOrReference">See <see cref="LocalCheckout.Id"/> and <see cref="LocalCheckout.Reference"/>.</param>
    public LocalCheckout? Find(string idOrReference) => Under(() =>
        FindById(idOrReference) ?? _checkouts.Values.LastOrDefault(checkout => checkout.Reference == idOrReference));

    /// <summary>
    /// Returns the settings for a shop that uses this provider, as configuration: keys, secrets, the base address, and permission to use
    /// test keys.
    /// </summary>
    /// <param name="section">The configuration section of the provider, such as <c>WhatsCommerce:Storefront:Stripe</c>.</param>
    public abstract IEnumerable<KeyValuePair<string, string?>> Configuration(string section);

    /// <summary>
    /// Refunds a charge as in the provider's dashboard: the shop learns of it from a webhook, or by reading the payment back.
    /// </summary>
    /// <param name="chargeId">The id of the charge.</param>
    /// <param name="amount">The amount, in units of the currency; the remaining amount unless specified.</param>
    /// <exception cref="ArgumentException">The charge does not exist, or the amount exceeds what is left of it.</exception>
    public LocalRefund RefundInDashboard(string chargeId, decimal? amount = null) => Under(() =>
    {
        LocalCharge charge = Charged(chargeId);
        decimal back = amount ?? charge.Left.Amount;
        return back > 0 && back <= charge.Left.Amount
            ? GiveBack(charge, back, [], isFromDashboard: true)
            : throw new ArgumentException($"{charge.Left} is left of {charge.Id}.", nameof(amount));
    });

    /// <summary>Completes a pending refund.</summary>
    /// <param name="refundId">The id of the refund.</param>
    /// <param name="succeeds">Whether the customer's bank accepts the refund.</param>
    /// <exception cref="ArgumentException">The refund does not exist, or is not pending.</exception>
    public void CompleteRefund(string refundId, bool succeeds = true) => Under(() =>
    {
        LocalRefund refund = FindRefund(refundId) is { State: LocalRefundState.Pending } pending
            ? pending
            : throw new ArgumentException($"There is no pending refund '{refundId}'.", nameof(refundId));
        refund.State = succeeds ? LocalRefundState.Done : LocalRefundState.Failed;
        OnRefund(refund, isNew: false);
        return refund;
    });

    /// <summary>Opens a dispute of a charge by the customer's bank.</summary>
    /// <param name="chargeId">The id of the charge.</param>
    /// <exception cref="ArgumentException">The charge does not exist.</exception>
    public LocalDispute Dispute(string chargeId) => Under(() =>
    {
        LocalCharge charge = Charged(chargeId);
        LocalDispute dispute = new(NewDisputeId(), charge, Time.GetUtcNow());
        charge.Add(dispute);
        OnDispute(dispute);
        return dispute;
    });

    /// <summary>Closes a dispute.</summary>
    /// <param name="disputeId">The id of the dispute.</param>
    /// <param name="isWon">Whether the shop wins the dispute and keeps the money.</param>
    /// <exception cref="ArgumentException">The dispute does not exist, or is closed.</exception>
    public void CloseDispute(string disputeId, bool isWon) => Under(() =>
    {
        LocalDispute dispute = Disputes.LastOrDefault(one => one.Id == disputeId) is { IsWon: null } open
            ? open
            : throw new ArgumentException($"There is no open dispute '{disputeId}'.", nameof(disputeId));
        dispute.IsWon = isWon;
        OnDispute(dispute);
        return dispute;
    });

    /// <summary>Stops the server and the deliveries immediately. May be called more than once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await _server.DisposeAsync().ConfigureAwait(false);
            await _pump.DisposeAsync().ConfigureAwait(false);
            _timers.Dispose();
            DisposeMore();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Name and address.</summary>
    public override string ToString() => $"local {Name} at {_server.BaseAddress}";

    internal T Under<T>(Func<T> act)
    {
        lock (_gate)
        {
            return act();
        }
    }

    internal bool Act(LocalCheckout checkout, CustomerAction action) => Under(() =>
    {
        ExpireWhenDue(checkout);
        return Do(checkout, action);
    });
}
