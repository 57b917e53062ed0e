using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>
/// One customer, one cart, and everything at once: two deliveries of the webhook, two workers, return page, provider webhooks (late, twice,
/// lost), sweep, second tap, changed cart, changed price, stock that runs out, marks and refunds by staff, and a provider that fails.
/// </summary>
internal sealed partial class RaceRun
{
    private const string Recorder = "recorder";

    private static readonly CustomerKey Pablo = new("pablo");
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly Random _random;
    private readonly Turns _turns;
    private readonly SteppedTime _time = new();
    private readonly MemoryStorefrontStore _rows;
    private readonly InterleavedStore _store;
    private readonly FakeProvider _provider;
    private readonly FakeShelf _shelf;
    private readonly ShopRooms _shop;
    private readonly OutboxProcessor _outbox;
    private readonly Mischief _mischief;
    private readonly Money _devicePrice;
    private readonly List<Task> _actors = [];
    private readonly Queue<OfferResult> _phone = [];
    private readonly HashSet<string> _agreed = [];
    private readonly List<string> _violations = [];
    private readonly bool _hasStaff;
    private readonly bool _loses;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private CartId _cart;
    private int _busy;
    private int _events;

    public RaceRun(int seed, Guards? guards = null)
    {
        _random = new Random(seed);
        _turns = new Turns(_random);
        _mischief = _random.Next(3) == 0 ? (Mischief)_random.Next(1, 6) : Mischief.None;
        _hasStaff = _random.Next(3) == 0;
        _loses = _random.Next(6) == 0;
        _devicePrice = _random.Next(4) == 0 ? new Money(0.01m, "USD") : new Money(3.49m, "USD");
        _rows = new MemoryStorefrontStore(guards ?? Guards.All);
        _store = new InterleavedStore(_rows, _turns);
        _shelf = new FakeShelf(_turns);
        _provider = new FakeProvider(_turns, _random, _mischief)
        {
            Faults = _random.Next(2) == 0 ? 0 : 0.25 * _random.NextDouble(),
            TakesApproval = _random.Next(3) == 0 && _mischief != Mischief.LateCapture,
            ForgetsKeys = _random.Next(2) == 0,
            GivesBack = _random.Next(3) == 0,
        };
        _provider.Webhook = attempt => DeliverWebhook(attempt);
        _provider.HasEnded = id => _rows.AllAttempts.Any(attempt => attempt.Id == id && !attempt.IsLive);
        _provider.IsPending = id => _rows.AllAttempts.Any(attempt => attempt.Id == id && attempt.State == AttemptState.Pending);
        EventHandlers handlers = new();
        handlers.Add(new EventHandlerRegistration<CartReceived>("offer", (_, received, _) => AnswerAsync(received)));
        handlers.Add(new EventHandlerRegistration<StorefrontEvent>(Recorder, (_, storefrontEvent, _) => RecordAsync(storefrontEvent)));
        ShopServices services = new()
        {
            Store = _store,
            Options = new StorefrontOptions { MaxAttempts = 1_000 },
            Handlers = handlers,
            Time = _time,
            Ids = new SeededIds(),
            Guards = guards ?? Guards.All,
            Logger = new SweepFailures(_violations),
        };
        _shop = new ShopRooms(services, new ShopSeams { Prices = _shelf, Stock = _shelf, Providers = [_provider] });
        _outbox = new OutboxProcessor(services, NoServices.GetRequiredService<IServiceScopeFactory>());
    }

    /// <summary>Whether nothing failed and nobody interfered, so that the customer must have been able to pay.</summary>
    private bool IsClean => _mischief == Mischief.None && _provider.Faults == 0 && !_hasStaff && !_loses && !_provider.GivesBack;

    /// <summary>Runs, and judges by the provider's books.</summary>
    /// <returns>What is wrong; empty when all is well.</returns>
    public IReadOnlyList<string> Run()
    {
        bool isClean = IsClean;
        try
        {
            OrderEvent sent = Sent();
            Start(() => ReceiveAsync(sent));
            Start(() => ReceiveAsync(sent));
            Start(CustomerAsync);
            Start(SecondTapAsync);
            Start(SweepAsync);
            Start(ClockAsync);
            Start(ShopkeeperAsync);
            Start(StaffAsync);
            Start(DashboardAsync);
            _actors.Add(WorkAsync());
            _actors.Add(WorkAsync());
            _turns.Run(_actors);
            Quiesce();
        }
#pragma warning disable CA1031 // Whatever ends a run is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _violations.Add($"it threw ({_mischief}): {exception}");
            return _violations;
        }

        Judge(isClean);
        return [.. _violations, .. _provider.Violations];
    }

    private void Start(Func<Task> actor)
    {
        _busy++;
        _actors.Add(CountAsync());

        async Task CountAsync()
        {
            await _turns.Turn().ConfigureAwait(false);
            try
            {
                await actor().ConfigureAwait(false);
            }
            finally
            {
                _busy--;
            }
        }
    }

    private async Task PauseAsync(int most)
    {
        for (int left = _random.Next(most); left > 0; left--)
        {
            await _turns.Turn().ConfigureAwait(false);
        }
    }

    private OrderEvent Sent() => new()
    {
        Id = "wamid.cart",
        Items = [new OrderItem { RetailerId = "apple-1kg", Quantity = 2, ItemPrice = _devicePrice }],
        Customer = new Customer { WaId = "16505551234" },
    };

    private async Task ReceiveAsync(OrderEvent sent) =>
        _cart = (await _shop.Carts.ReceiveAsync(sent, Pablo, webhook: null, _stop).ConfigureAwait(false)).Id;

    private async Task AnswerAsync(CartReceived received) =>
        _phone.Enqueue(await _shop.Checkout.OfferAsync(received.CartId, provider: null, _stop).ConfigureAwait(false));

    private async Task RecordAsync(StorefrontEvent storefrontEvent)
    {
        IEnumerable<string> earlier = _store.Stored.TakeWhile(id => id != storefrontEvent.Id);
        if (earlier.Any(id => !_store.Completed.ContainsKey((id, Recorder))))
        {
            _violations.Add("an event overtook an earlier one of its customer");
        }

        await PauseAsync(6).ConfigureAwait(false);
        switch (_random.Next(12))
        {
            case 0:
                throw new InvalidOperationException("The books are closed.");
            case 1:
                // It hangs: its claim ends meanwhile, and another worker takes the event.
                _time.Advance(TimeSpan.FromMinutes(10));
                await PauseAsync(30).ConfigureAwait(false);
                break;
        }
    }

    private async Task WorkAsync()
    {
        while (_busy > 0)
        {
            await _outbox.RunOnceAsync(2, _stop).ConfigureAwait(false);
            await PauseAsync(4).ConfigureAwait(false);
        }
    }

    private async Task CustomerAsync()
    {
        for (int round = 0; round < 60; round++)
        {
            for (int patience = 0; _phone.Count == 0 && patience < 60; patience++)
            {
                await _turns.Turn().ConfigureAwait(false);
            }

            if (!_cart.HasValue)
            {
                continue;
            }

            OfferResult told = _phone.Count > 0
                ? _phone.Dequeue()
                : await _shop.Checkout.OfferAsync(_cart, "fake", _stop).ConfigureAwait(false);
            if (await FollowAsync(told, maySwitch: true).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task SecondTapAsync()
    {
        for (int taps = _random.Next(4); taps > 0; taps--)
        {
            await PauseAsync(80).ConfigureAwait(false);
            if (_cart.HasValue)
            {
                OfferResult told = await _shop.Checkout.OfferAsync(_cart, provider: null, _stop).ConfigureAwait(false);
                await FollowAsync(told, maySwitch: false).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The customer does what the phone asks for.</summary>
    /// <returns>Whether the order is placed.</returns>
    private async Task<bool> FollowAsync(OfferResult told, bool maySwitch)
    {
        _cart = told.Cart?.Id ?? _cart;
        if (told is { Outcome: OfferOutcome.Offered, Attempt.Url: string url })
        {
            _provider.Tell(url);
        }

        switch (told.Outcome)
        {
            case OfferOutcome.Ordered:
                return true;
            case OfferOutcome.ConfirmPrice:
                _agreed.Add(told.Quote!.Fingerprint);
                await _shop.Checkout.ConfirmAsync(_cart, told.Quote.Fingerprint, _stop).ConfigureAwait(false);
                return false;
            case OfferOutcome.CartGone:
                IReadOnlyList<Cart> live = await _store.ListLiveCartsAsync("shop", Pablo, _stop).ConfigureAwait(false);
                _cart = live.Count > 0 ? live[^1].Id : _cart;
                return live.Count == 0;
            case OfferOutcome.Offered when maySwitch && _random.Next(6) == 0:
                ChangeResult changed = await _shop.Carts.ChangeAsync(
                    _cart, told.Cart!.Lines.Select(line => line with { Quantity = line.Quantity + 1 }), _stop).ConfigureAwait(false);
                _cart = changed.Outcome == ChangeOutcome.Changed ? changed.Cart!.Id : _cart;
                if (_mischief == Mischief.LateCapture)
                {
                    await _provider.VisitAsync(told.Attempt!.Url!).ConfigureAwait(false);
                    DeliverWebhook(told.Attempt.Id);
                }

                return false;
            case OfferOutcome.Offered when _random.Next(8) > 0:
                bool isPaid = await _provider.VisitAsync(told.Attempt!.Url!).ConfigureAwait(false);
                if (isPaid && _random.Next(5) > 0)
                {
                    await _shop.Checkout.SettleAsync(told.Attempt.Id, _stop).ConfigureAwait(false);
                }

                return false;
            default:
                await PauseAsync(20).ConfigureAwait(false);
                return false;
        }
    }

    private void DeliverWebhook(AttemptId attempt)
    {
        string id = $"evt_{++_events}";
        for (int deliveries = _random.Next(5) == 0 ? 0 : _random.Next(1, 3); deliveries > 0; deliveries--)
        {
            Start(async () =>
            {
                await PauseAsync(25).ConfigureAwait(false);
                await _shop.Checkout.ApplyWebhookAsync(attempt, "fake", id, _stop).ConfigureAwait(false);
            });
        }
    }

    private async Task SweepAsync()
    {
        for (int runs = _random.Next(6); runs > 0; runs--)
        {
            await PauseAsync(60).ConfigureAwait(false);
            await _shop.Sweep.RunOnceAsync(10, _stop).ConfigureAwait(false);
        }
    }

    private async Task ClockAsync()
    {
        for (int moves = _random.Next(8); moves > 0; moves--)
        {
            await PauseAsync(50).ConfigureAwait(false);
            _time.Advance(TimeSpan.FromMinutes(_random.Next(8) == 0 ? 120 : _random.Next(1, 15)));
        }
    }

    /// <summary>The faults are over, time goes by, and the sweep does its work until nothing is left to do.</summary>
    private void Quiesce()
    {
        _provider.Faults = 0;
        for (int hours = 0; hours < 40 * 7; hours += 7)
        {
            // What is due first is due to two instances at once.
            List<Task> rest = hours < 8 * 7 ? [WorkOffAsync(), WorkOffAsync()] : [WorkOffAsync()];
            _turns.Run(rest);
            _time.Advance(TimeSpan.FromHours(7));
        }

        // What was given back in the dashboard is looked for ever more seldom, for half a year.
        for (int months = _provider.GivesBack ? 5 : 0; months > 0; months--)
        {
            _time.Advance(TimeSpan.FromDays(30));
            List<Task> rest = [WorkOffAsync()];
            _turns.Run(rest);
        }

        async Task WorkOffAsync()
        {
            await _shop.Sweep.RunOnceAsync(100, _stop).ConfigureAwait(false);
            while (await _outbox.RunOnceAsync(10, _stop).ConfigureAwait(false) > 0)
            {
            }
        }
    }

    private void Judge(bool isClean)
    {
        Books books = Books.Read(_rows, _provider.Sessions);
        _violations.AddRange(books.Judge(_mischief, _shelf, _devicePrice, _agreed));
        if (isClean && !books.Orders.Any(order => order is { State: OrderState.Placed, Payment: OrderPaymentState.Paid }))
        {
            _violations.Add("nothing failed, and the customer could not pay");
        }

        foreach ((string id, int count) in _store.Applied.Where(applied => applied.Value > 1))
        {
            _violations.Add(string.Create(CultureInfo.InvariantCulture, $"the webhook {id} took effect {count} times"));
        }

        foreach (((string id, string handler), int count) in _store.Completed)
        {
            if (count > 1)
            {
                _violations.Add(string.Create(CultureInfo.InvariantCulture, $"{handler} completed {id} {count} times"));
            }
        }

        foreach (string id in _store.Stored.Where(id => !_store.Completed.ContainsKey((id, Recorder))))
        {
            _violations.Add($"{Recorder} never completed {id}");
        }
    }
}
