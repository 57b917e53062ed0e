using System.Globalization;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>
/// Some days of a shop with two instances: carts, replies, payments, people, switches, deaths, a clock that is behind, a day on which
/// nobody is there. The same seed is the same history.
/// </summary>
internal sealed class RecoveryHistory
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromDays(5);
    private static readonly TimeSpan UntilAllIsOver = TimeSpan.FromDays(5);
    private static readonly string[] Zones = ["America/Bogota", "Asia/Kolkata", "Europe/Berlin", "UTC"];

    private readonly Random _random;
    private readonly HistoryClock _clock = new(Start);
    private readonly HistoryWorld _world;
    private readonly HistoryInstance[] _instances;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, int)> _script = new();
    private readonly List<StorefrontEvent> _told = [];
    private readonly (DateTimeOffset From, DateTimeOffset Until) _down;
    private readonly string _shopId;
    private readonly Func<Task> _tick;
    private int _number;
    private int _scheduled;

    /// <param name="seed">Decides everything.</param>
    /// <param name="stores">The stores of the two instances.</param>
    public RecoveryHistory(int seed, params IReadOnlyList<(IStorefrontStore Shop, IRecoveryStore Recovery)> stores)
    {
        _random = new Random(seed);
        _shopId = string.Create(CultureInfo.InvariantCulture, $"shop{seed}");
        _world = new HistoryWorld(_random, _clock) { Deaths = seed % 3 == 0 ? 0.1 : 0 };
        _instances =
        [
            .. stores.Select((one, i) => new HistoryInstance(
                _shopId,
                one.Shop,
                one.Recovery,
                _world,
                _clock.Behind(i == 1 && seed % 4 == 1 ? TimeSpan.FromHours(1) : TimeSpan.Zero),
                Tell)),
        ];
        _tick = TickAsync;
        DateTimeOffset down = Sometime();
        _down = seed % 5 == 2 ? (down, down.AddDays(1)) : (Start, Start);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HistoryInstance Any => _instances[_random.Next(_instances.Length)];

    /// <summary>Plays it.</summary>
    /// <returns>What was wrong.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await ConfigureAsync(settings => settings with
        {
            MaxMessages = _random.Next(1, 4),
            HoldOutShare = _random.Next(3) == 0 ? 0.4 : 0,
            Template = _random.Next(2) == 0 ? "come_back" : null,
            MaxPerMinute = _random.Next(5, 60),
        });
        for (int i = 0; i < 3; i++)
        {
            AddCustomer(i);
        }

        for (DateTimeOffset at = Start; at < Start + Length + UntilAllIsOver; at += TimeSpan.FromMinutes(_random.Next(60, 300)))
        {
            At(at, _tick);
        }

        while (_script.TryDequeue(out Func<Task>? what, out (DateTimeOffset At, int) place))
        {
            bool isDown = place.At >= _down.From && place.At < _down.Until;
            if (!isDown)
            {
                _clock.MoveTo(place.At);
                await what();
            }
            else if (what != _tick)
            {
                // What is sent to nobody is delivered again when somebody is there.
                At(_down.Until, what);
            }
        }

        _world.NoInterrupt();
        await ConfigureAsync(settings => settings with { IsPaused = false });
        for (int i = 0; i < 60; i++)
        {
            _clock.MoveTo(_clock.Now.AddHours(3));
            await TickAsync();
        }

        return await new HistoryVerdict(_world, _told, _instances[0], Start, _clock.Now.AddDays(1)).JudgeAsync();
    }

    private void AddCustomer(int i)
    {
        HistoryCustomer customer = new()
        {
            Key = new CustomerKey(string.Create(CultureInfo.InvariantCulture, $"customer{i}")),
            To = string.Create(CultureInfo.InvariantCulture, $"+5730012345{i:00}"),
            Zone = Zones[_random.Next(Zones.Length)],
            AcceptsMarketing = _random.Next(2) == 0,
        };
        _world.Customers.Add(customer);
        int carts = _random.Next(1, 5);
        for (int c = 0; c < carts; c++)
        {
            At(Sometime(), () => SendCartAsync(customer));
        }

        // Some customers only leave their carts; with others everything happens.
        for (int a = _random.Next(0, 5); a > 0; a--)
        {
            At(Sometime(), () => DoSomethingAsync(customer));
        }
    }

    private void Tell(StorefrontEvent told)
    {
        lock (_told)
        {
            _told.Add(told);
        }
    }

    private DateTimeOffset Sometime() => Start + TimeSpan.FromSeconds(Math.Floor(_random.NextDouble() * Length.TotalSeconds));

    private void At(DateTimeOffset time, Func<Task> what) => _script.Enqueue(what, (time, ++_scheduled));

    private async Task TickAsync()
    {
        if (_random.Next(6) == 0)
        {
            HistoryCustomer customer = _world.Customers[_random.Next(_world.Customers.Count)];
            _world.InterruptSoon(() => ActAsync(customer, _random.Next(6)));
        }

        await RunOutboxAsync();
        int first = _random.Next(_instances.Length);
        for (int i = 0; i < _instances.Length; i++)
        {
            await _instances[(first + i) % _instances.Length].TickAsync();
        }

        await RunOutboxAsync();
    }

    private async Task RunOutboxAsync()
    {
        foreach (HistoryInstance instance in _instances)
        {
            await instance.RunOutboxAsync();
        }
    }

    private async Task SendCartAsync(HistoryCustomer customer)
    {
        HistoryInstance instance = Any;
        OrderEvent order = new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"wamid.{_shopId}.{++_number}"),
            Timestamp = _clock.Now,
            Items = [new OrderItem { RetailerId = "apple", Quantity = _random.Next(1, 4) }],
            Customer = new Customer { WaId = customer.To[1..] },
        };
        Cart cart = await instance.Rooms.Carts.ReceiveAsync(order, customer.Key, cancellationToken: Stop);
        customer.Carts.Add(new HistoryCart
        {
            Id = cart.Id,
            Customer = customer,
            SentAt = _clock.Now,
            WasOnWhenItCame = _world.Settings.IsEnabled,
        });
        await RunOutboxAsync();
        foreach (TimeSpan after in (TimeSpan[])[TimeSpan.FromHours(1), TimeSpan.FromHours(20), TimeSpan.FromHours(72)])
        {
            At(_clock.Now + after + TimeSpan.FromMinutes(_random.Next(1, 10)), _tick);
        }
    }

    private Task DoSomethingAsync(HistoryCustomer customer)
    {
        int what = _random.Next(14);
        return what switch
        {
            < 10 => ActAsync(customer, what),
            10 => SwitchAsync(settings => settings with { IsEnabled = !settings.IsEnabled }),
            11 => SwitchAsync(settings => settings with { IsPaused = !settings.IsPaused }),
            12 => SellOutAsync(),
            _ => ReadMessagesAsync(customer),
        };
    }

    private async Task ActAsync(HistoryCustomer customer, int what)
    {
        HistoryInstance instance = Any;
        HistoryCart? cart = customer.Carts.Count > 0 ? customer.Carts[^1] : null;
        switch (what)
        {
            case 0:
                await ReplyAsync(customer, instance, stops: false);
                break;
            case 1 or 6 when cart is not null:
                await PayAsync(cart, instance, ProviderPaymentState.Paid);
                break;
            case 2 when cart is not null:
                await PayAsync(cart, instance, ProviderPaymentState.Pending);
                break;
            case 3:
                customer.IsWithHuman = !customer.IsWithHuman;
                break;
            case 4 when cart is not null:
                await DropAsync(cart, instance);
                break;
            case 5:
                await ReplyAsync(customer, instance, stops: true);
                break;
            case 7:
                await instance.People.SetOptOutAsync(customer.Key, !customer.IsOptedOut, Stop);
                customer.IsOptedOut = !customer.IsOptedOut;
                break;
            case 8 when cart is not null:
                MarkResult marked = await instance.Rooms.Orders.MarkPaidAsync(await NowAsync(cart, instance), "ann", "cash", Stop);
                cart.IsOrdered |= marked.Outcome == MarkOutcome.Marked;
                break;
            case 9:
                _world.Price += 0.5m;
                break;
        }
    }

    private async Task ReplyAsync(HistoryCustomer customer, HistoryInstance instance, bool stops)
    {
        await instance.People.ReplyAsync(customer.Key, _clock.Now, stops, Stop);
        customer.RepliedAt = _clock.Now;
        customer.IsOptedOut |= stops;
        if (customer.Last is Reminder last && _clock.Now < last.At + TimeSpan.FromDays(3) && _world.Replied.Add(last.Id))
        {
            _world.FollowedAt[last.Id] = Later(last.Id, _clock.Now);
        }
    }

    private async Task ReadMessagesAsync(HistoryCustomer customer)
    {
        if (customer.Last is not Reminder last || !_world.Posted.Contains(last.Id))
        {
            return;
        }

        HistoryInstance instance = Any;
        bool isRead = _random.Next(2) == 0;
        await instance.People.ReceiveAsync(
            new StatusEvent
            {
                MessageId = $"wamid.{last.Id}",
                Status = isRead ? MessageStatus.Read : MessageStatus.Delivered,
                CallbackData = ReminderButtons.DataOf(last.Id),
                Timestamp = _clock.Now,
            },
            Stop);
        _world.Delivered.Add(last.Id);
        if (isRead)
        {
            _world.Read.Add(last.Id);
        }

        await instance.Recovery.OpenAsync(last.Id, Stop);
        if (_world.Opened.Add(last.Id))
        {
            _world.FollowedAt[last.Id] = Later(last.Id, instance.Shop.Now);
        }

        await PayAsync(customer.Carts[^1], instance, ProviderPaymentState.Paid);
    }

    private DateTimeOffset Later(ReminderId id, DateTimeOffset time) =>
        _world.FollowedAt.TryGetValue(id, out DateTimeOffset before) && before > time ? before : time;

    private static async Task<CartId> NowAsync(HistoryCart cart, HistoryInstance instance) =>
        (await instance.Carts.FindAsync(cart.Id, Stop))!.Id;

    private async Task PayAsync(HistoryCart cart, HistoryInstance instance, ProviderPaymentState state)
    {
        OfferResult offer = await instance.Rooms.Checkout.OfferAsync(await NowAsync(cart, instance), cancellationToken: Stop);
        if (offer is { Outcome: OfferOutcome.ConfirmPrice, Cart: Cart open, Quote: Quote quote })
        {
            await instance.Rooms.Checkout.ConfirmAsync(open.Id, quote.Fingerprint, Stop);
            offer = await instance.Rooms.Checkout.OfferAsync(open.Id, cancellationToken: Stop);
        }

        if (offer is { Outcome: OfferOutcome.Offered, Attempt: PaymentAttempt attempt })
        {
            _world.Set(attempt.Id, state);
            await SettleAsync(cart, attempt.Id, instance);
            if (cart.IsPending)
            {
                ProviderPaymentState end = _random.Next(2) == 0 ? ProviderPaymentState.Paid : ProviderPaymentState.Failed;
                At(_clock.Now.AddHours(_random.Next(1, 30)), () =>
                {
                    _world.Set(attempt.Id, end);
                    return SettleAsync(cart, attempt.Id, Any);
                });
            }
        }
    }

    private static async Task SettleAsync(HistoryCart cart, AttemptId attempt, HistoryInstance instance)
    {
        SettleResult settled = await instance.Rooms.Checkout.SettleAsync(attempt, Stop);
        cart.IsOrdered |= settled.Outcome == SettleOutcome.Paid;
        cart.IsPending = settled.Outcome == SettleOutcome.Pending;
    }

    private static async Task DropAsync(HistoryCart cart, HistoryInstance instance)
    {
        ChangeResult dropped = await instance.Rooms.Carts.DropAsync(await NowAsync(cart, instance), Stop);
        cart.IsDropped |= dropped.Outcome == ChangeOutcome.Changed;
    }

    private Task SellOutAsync()
    {
        _world.SoldOutSince = _clock.Now;
        At(_clock.Now.AddHours(_random.Next(1, 12)), () =>
        {
            _world.SoldOutSince = null;
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private async Task SwitchAsync(Func<RecoverySettings, RecoverySettings> change)
    {
        await ConfigureAsync(change);
        At(
            _clock.Now.AddHours(_random.Next(1, 40)),
            () => ConfigureAsync(settings => settings with { IsEnabled = true, IsPaused = false }));
    }

    private async Task ConfigureAsync(Func<RecoverySettings, RecoverySettings> change)
    {
        // The clock that is behind would record an earlier time, and so take carts from before; it is told of in the documentation.
        _world.Settings = await _instances[0].Recovery.ConfigureAsync(change, Stop);
        _world.EnabledSince = _world.Settings.EnabledSince;
    }
}
