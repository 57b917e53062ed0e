using System.Globalization;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>
/// All around a shop: its customers, prices, provider and Meta. It judges each message at the moment at which it is posted, and can end an
/// instance or let something happen whenever the shop asks it.
/// </summary>
internal sealed class HistoryWorld(Random random, HistoryClock clock)
    : ICustomerFacts, IConversationOwners, IPriceSource, ICheckoutProvider
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Dictionary<AttemptId, ProviderPaymentState> _payments = [];
    private int _seamsUntilInterrupt;
    private Func<Task>? _interrupt;

    public List<HistoryCustomer> Customers { get; } = [];

    public List<string> Findings { get; } = [];

    public RecoverySettings Settings { get; set; } = new();

    public DateTimeOffset? EnabledSince { get; set; }

    public DateTimeOffset? SoldOutSince { get; set; }

    /// <summary>What is sold out alone.</summary>
    public HashSet<RetailerId> SoldOut { get; } = [];

    public decimal Price { get; set; } = 3.49m;

    /// <summary>How likely an instance dies at each of its dangerous moments.</summary>
    public double Deaths { get; init; }

    public int Died { get; private set; }

    public HashSet<ReminderId> Begun { get; } = [];

    public HashSet<ReminderId> Posted { get; } = [];

    public HashSet<ReminderId> Refused { get; } = [];

    public HashSet<(CartId, ReminderStep)> PostedSteps { get; } = [];

    public Dictionary<ReminderId, DateTimeOffset> FollowedAt { get; } = [];

    public HashSet<ReminderId> Replied { get; } = [];

    public HashSet<ReminderId> Opened { get; } = [];

    public HashSet<ReminderId> Delivered { get; } = [];

    public HashSet<ReminderId> Read { get; } = [];

    public IEnumerable<HistoryCart> Carts => Customers.SelectMany(customer => customer.Carts);

    public string Name => "world";

    public bool TellsOfReversals => false;

    /// <summary>Lets something happen at one of the next moments at which the shop asks for something.</summary>
    public void InterruptSoon(Func<Task> what) => (_interrupt, _seamsUntilInterrupt) = (what, random.Next(1, 6));

    public void NoInterrupt() => _interrupt = null;

    public HistoryCustomer Of(CustomerKey key) => Customers.First(customer => customer.Key == key);

    public void Set(AttemptId attempt, ProviderPaymentState state) => _payments[attempt] = state;

    public async Task<CustomerFacts?> GetAsync(
        string shopId, CustomerKey customer, Recipient to, CancellationToken cancellationToken)
    {
        await SeamAsync();
        HistoryCustomer who = Of(customer);
        return new CustomerFacts { TimeZone = who.Zone, AcceptsMarketing = who.AcceptsMarketing };
    }

    public async Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken)
    {
        await SeamAsync();
        DieMaybe();
        return Of(customer).IsWithHuman ? ConversationOwner.Human : ConversationOwner.Bot;
    }

    public async Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        await SeamAsync();
        return
        [
            .. request.Products.Select(id => new ProductPrice
            {
                RetailerId = id,
                Name = id == "apple" ? "Apples" : id.ToString(),
                Price = new Money(Price, "USD"),
                CanBeOrdered = SoldOutSince is null && !SoldOut.Contains(id),
            }),
        ];
    }

    /// <summary>Meta's side of a send.</summary>
    /// <param name="reminder">The reminder, as the shop has stored it.</param>
    /// <param name="message">The message.</param>
    /// <param name="time">The clock of the instance.</param>
    public MessageReceipt Post(Reminder reminder, OutboundMessage message, TimeProvider time)
    {
        Begun.Add(reminder.Id);
        HistoryCustomer customer = Of(reminder.Customer);
        customer.Last = reminder;
        DieMaybe();
        if (random.NextDouble() < 0.02)
        {
            Refused.Add(reminder.Id);
            throw new RefusedException();
        }

        Judge(reminder, customer, message, time);
        Posted.Add(reminder.Id);
        customer.PostedAt.Add(clock.Now);
        DieMaybe();
        return new MessageReceipt { Id = $"wamid.{reminder.Id}" };
    }

    public string TitleFor(string language) => "Pay";

    public bool Accepts(Quote quote) => true;

    public Task<OutboundMessage?> CreateMessageAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage?>(null);

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(PaymentOf(request.Attempt));

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(PaymentOf(attempt));

    public Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(PaymentOf(attempt));

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) => Task.FromResult(
        _payments.TryGetValue(attempt.Id, out ProviderPaymentState state) && state != ProviderPaymentState.Open
            ? PaymentOf(attempt)
            : new ProviderPayment { State = ProviderPaymentState.Cancelled });

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    private ProviderPayment PaymentOf(PaymentAttempt attempt)
    {
        ProviderPaymentState state = _payments.GetValueOrDefault(attempt.Id, ProviderPaymentState.Open);
        return new ProviderPayment
        {
            State = state,
            Url = state == ProviderPaymentState.Open ? "https://pay.example/" + attempt.Id : null,
            Amount = state == ProviderPaymentState.Paid ? attempt.Amount : null,
            Reference = attempt.Id.Value,
        };
    }

    private async Task SeamAsync()
    {
        if (_interrupt is Func<Task> what && --_seamsUntilInterrupt <= 0)
        {
            _interrupt = null;
            await what();
        }
    }

    private void DieMaybe()
    {
        if (random.NextDouble() < Deaths)
        {
            Died++;
            throw new InstanceDiedException();
        }
    }

    private void Judge(Reminder reminder, HistoryCustomer customer, OutboundMessage message, TimeProvider time)
    {
        HistoryCart cart = customer.Carts.First(cart => cart.Id == reminder.CartId);
        Claim(!cart.IsOrdered, "after a payment");
        Claim(!cart.IsDropped, "after the cart was dropped");
        Claim(!cart.IsPending, "while a payment is pending");
        Claim(customer.RepliedAt < cart.SentAt, "after a reply");
        Claim(!customer.IsOptedOut, "after a stop");
        Claim(!customer.IsWithHuman, "while a person has the conversation");
        Claim(customer.Carts[^1] == cart, "of a cart that is not the last one");
        Claim(Settings is { IsEnabled: true, IsPaused: false }, "while it is off or paused");
        Claim(!(cart.SentAt < EnabledSince), "of a cart from before it was switched on");

        // What was offered before that is held for as long as the quote holds.
        Claim(!(SoldOutSince < clock.Now.AddHours(-1)), "of what is sold out");
        Claim(PostedSteps.Add((reminder.CartId, reminder.Step)), "twice");
        Claim(!HoldOut.Has(reminder.ShopId, customer.Key, Settings.HoldOutShare), "to the hold-out group");
        Claim(
            customer.PostedAt.Count(at => at > clock.Now.AddDays(-7)) < Settings.MaxMessages,
            string.Create(CultureInfo.InvariantCulture, $"as number {customer.PostedAt.Count + 1} within seven days"));
        Claim(clock.Now >= cart.SentAt + Settings.AfterOf(reminder.Step), "before its time");
        bool isTemplate = message is TemplateMessage;
        Claim(isTemplate == (reminder.Step == ReminderStep.Template), "as another kind of message");
        Claim(isTemplate || clock.Now < cart.SentAt + Day, "outside of the window");
        Claim(!isTemplate || customer.AcceptsMarketing, "without consent");
        TimeOnly local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(
            time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(customer.Zone)).DateTime);
        Claim(!local.IsBetween(Settings.QuietFrom, Settings.QuietUntil), "in the quiet hours");

        void Claim(bool isTrue, string what)
        {
            if (!isTrue)
            {
                Findings.Add($"A reminder ({reminder.Step}) of cart {cart.Id} was sent {what}.");
            }
        }
    }
}
