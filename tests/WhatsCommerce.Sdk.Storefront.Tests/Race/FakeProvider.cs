using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>
/// A provider whose calls are in flight for some turns, fail before and after they take effect, and whose own books judge the run.
/// </summary>
internal sealed class FakeProvider(Turns turns, Random random, Mischief mischief) : ICheckoutProvider
{
    private readonly List<Session> _sessions = [];

    public string Name => "fake";

    public bool TellsOfReversals => GivesBack;

    /// <summary>Whether customers approve, and the shop takes the money; an offer is taken back by never taking it.</summary>
    public bool TakesApproval { get; init; }

    /// <summary>Whether the same key of a refund, used again, makes another refund; then a refund that arrives is made at once.</summary>
    public bool ForgetsKeys { get; init; }

    /// <summary>Whether somebody gives money back in its dashboard.</summary>
    public bool GivesBack { get; init; }

    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>How likely each call fails before it takes effect, and after it.</summary>
    public double Faults { get; set; }

    /// <summary>What the books show to be wrong while the run goes on.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Called when a session changed: the provider's webhook.</summary>
    public Action<AttemptId> Webhook { get; set; } = _ => { };

    /// <summary>Whether the shop's own row says that an attempt has ended.</summary>
    public Func<AttemptId, bool> HasEnded { get; set; } = _ => false;

    /// <summary>Whether the shop's own row says that an attempt is pending.</summary>
    public Func<AttemptId, bool> IsPending { get; set; } = _ => false;

    public string TitleFor(string language) => "Pay";

    public bool Accepts(Quote quote) => true;

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session? session = _sessions.Find(one => one.Key == request.IdempotencyKey);
        if (session is null)
        {
            if (_sessions.Exists(one => one.Attempt == request.Attempt.Id))
            {
                Violations.Add($"{request.Attempt.Id} was made twice, under two keys");
            }

            session = new Session
            {
                Key = request.IdempotencyKey,
                Attempt = request.Attempt.Id,
                Order = request.Order.Id,
                Amount = request.Attempt.Amount,
                Url = $"https://pay.example/{request.IdempotencyKey}",
            };
            _sessions.Add(session);
        }

        await LandAsync().ConfigureAwait(false);
        return Describe(session);
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        ProviderPayment payment = Describe(Find(attempt));
        await LandAsync().ConfigureAwait(false);
        return payment;
    }

    public async Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session session = _sessions.Find(one => one.Key == attempt.ProviderReference) ?? Find(attempt)!;
        if (session is { IsApproved: true, State: ProviderPaymentState.Pending })
        {
            if (!IsPending(attempt.Id))
            {
                Violations.Add($"the shop took the money of {attempt.Id}, which it has not stored as pending");
            }

            if (random.Next(8) == 0)
            {
                session.State = ProviderPaymentState.Failed;
            }
            else
            {
                Take(session);
            }
        }

        ProviderPayment payment = Describe(session);
        await LandAsync().ConfigureAwait(false);
        return payment;
    }

    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session? session = Find(attempt);
        if (session is { State: ProviderPaymentState.Open })
        {
            session.State = ProviderPaymentState.Cancelled;
        }

        ProviderPayment payment = Describe(session);
        await LandAsync().ConfigureAwait(false);
        return payment;
    }

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (!ForgetsKeys)
        {
            await turns.Turn().ConfigureAwait(false);
        }

        FailBefore();
        Session session = Find(attempt)!;
        if (ForgetsKeys || !session.Refunds.Exists(one => one.Key == refund.Id.Value))
        {
            // Nobody else checks what the shop asks for, as long as nobody else gives back.
            if (GivesBack && session.Left < refund.Amount.Amount)
            {
                throw new ProviderRefusedException("More than is left.");
            }

            session.Refunds.Add((refund.Id.ToString(), refund.Amount));
        }

        await LandAsync().ConfigureAwait(false);
        return new ProviderRefund { State = RefundState.Done };
    }

    public async Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        bool isThere = Find(attempt)!.Refunds.Exists(one => one.Key == refund.Id.Value);
        await LandAsync().ConfigureAwait(false);
        return new ProviderRefund { State = isThere ? RefundState.Done : null };
    }

    /// <summary>The customer has the address of a page: of all pages that they have, one at most may still take their money.</summary>
    public void Tell(string url)
    {
        _sessions.Find(one => one.Url == url)!.IsTold = true;
        if (_sessions.Count(one => one.IsTold && one.MayBring && !one.WasTakenBack) > 1)
        {
            Violations.Add("two pages may take the money of one customer at once");
        }
    }

    /// <summary>The customer is on the page: pays, is declined, or pays by a way that takes its time.</summary>
    public async Task<bool> VisitAsync(string url)
    {
        await turns.Turn().ConfigureAwait(false);
        Session session = _sessions.Find(one => one.Url == url)!;
        if (session.State == ProviderPaymentState.Cancelled && mischief == Mischief.LateCapture && session.Charge is null)
        {
            // The shop may not know yet that it has ended: then it is paid in good time.
            session.IsLate = HasEnded(session.Attempt);
            session.WasTakenBack = true;
            Take(session);
            return true;
        }

        if (TakesApproval && session.State is ProviderPaymentState.Open or ProviderPaymentState.Cancelled)
        {
            // Taken back is what the shop says: the page itself goes on.
            session.State = ProviderPaymentState.Pending;
            session.IsApproved = true;
            Webhook(session.Attempt);
            return true;
        }

        if (session.State != ProviderPaymentState.Open)
        {
            return false;
        }

        switch (random.Next(10))
        {
            case 0:
                session.State = ProviderPaymentState.Failed;
                break;
            case 1 or 2:
                session.State = ProviderPaymentState.Pending;
                Webhook(session.Attempt);
                for (int wait = random.Next(2, 30); wait > 0; wait--)
                {
                    await turns.Turn().ConfigureAwait(false);
                }

                if (random.Next(4) == 0)
                {
                    session.State = ProviderPaymentState.Failed;
                    break;
                }

                Take(session);
                break;
            default:
                Take(session);
                break;
        }

        Webhook(session.Attempt);
        return true;
    }

    /// <summary>Somebody gives back a part of what is left of a payment, in the dashboard.</summary>
    public void GiveBack()
    {
        if (_sessions.Find(one => one is { Charge: not null, Left: > 0 }) is Session session)
        {
            Money back = session.Charge!.Value with { Amount = random.Next(2) == 0 ? session.Left : Math.Min(session.Left, 0.5m) };
            session.Refunds.Add(("dashboard", back));
            Webhook(session.Attempt);
        }
    }

    private void Take(Session session)
    {
        session.State = ProviderPaymentState.Paid;
        session.Charge = mischief switch
        {
            Mischief.Amount => session.Amount with { Amount = session.Amount.Amount + 0.01m },
            Mischief.Currency => session.Amount with { Currency = "EUR" },
            _ => session.Amount,
        };
    }

    private Session? Find(PaymentAttempt attempt) =>
        _sessions.Find(one => one.Attempt == attempt.Id && one.Charge is not null) ?? _sessions.Find(one => one.Attempt == attempt.Id);

    private ProviderPayment Describe(Session? session) => session is null
        ? new ProviderPayment { State = ProviderPaymentState.NotFound }
        : new ProviderPayment
        {
            State = session.State,
            Amount = session.Charge,
            Reference = mischief == Mischief.Reference ? "somebody-else" : session.Attempt.Value,
            IsTest = mischief == Mischief.Test,
            ProviderReference = session.Key,
            Url = session.Url,
            IsCapturable = session is { IsApproved: true, State: ProviderPaymentState.Pending },
            Refunded = GivesBack && session.Charge is Money charge ? charge with { Amount = charge.Amount - session.Left } : null,
        };

    private async Task FlyAsync()
    {
        await turns.Turn().ConfigureAwait(false);
        FailBefore();
    }

    private void FailBefore()
    {
        if (random.NextDouble() < Faults)
        {
            throw new HttpRequestException("cut before it took effect");
        }
    }

    private async Task LandAsync()
    {
        await turns.Turn().ConfigureAwait(false);
        if (random.NextDouble() < Faults)
        {
            throw new HttpRequestException("cut after it took effect");
        }
    }
}
