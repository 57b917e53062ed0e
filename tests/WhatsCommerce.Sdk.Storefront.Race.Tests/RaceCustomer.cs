using System.Globalization;
using System.Text.Json.Nodes;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>
/// One customer with one cart, and everything at once: the message twice, a second tap, a changed cart, a changed price, goods that run
/// out, the return page against webhook and sweep, marks and refunds by staff. What they do comes from the seed; when it happens, from the
/// machine.
/// </summary>
internal sealed class RaceCustomer
{
    private const int MostRounds = 60;

    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly RaceStage _stage;
    private readonly Random _random;
    private readonly bool _hasStaff;
    private readonly bool _loses;
    private readonly bool _changesPrice;
    private string _cart = "";

    public RaceCustomer(RaceStage stage, int seed)
    {
        _stage = stage;
        _random = new Random(seed);
        Product = string.Create(CultureInfo.InvariantCulture, $"apple-{seed}");
        _hasStaff = _random.Next(4) == 0;
        _loses = _random.Next(8) == 0;
        _changesPrice = _random.Next(3) == 0;
        Shown = _random.Next(4) == 0 ? 1m : 349m;
        Mistake = _random.Next(6) == 0 ? (LocalPaymentMistake)_random.Next(1, 4) : LocalPaymentMistake.None;
    }

    /// <summary>What is bought, by nobody else: it is the key of the customer too.</summary>
    public string Product { get; }

    /// <summary>The price that the device showed.</summary>
    public decimal Shown { get; }

    /// <summary>What the provider gets wrong when it takes the money of this customer.</summary>
    public LocalPaymentMistake Mistake { get; init; }

    /// <summary>Whether nobody interfered, so that the customer must have been able to pay.</summary>
    public bool IsClean => !_hasStaff && !_loses && Mistake == LocalPaymentMistake.None;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        (string, string)[] message =
        [
            ("message", $"wamid.{Product}"), ("product", Product), ("phone", "16505551234"),
            ("shown", Shown.ToString(CultureInfo.InvariantCulture)),
        ];
        JsonNode[] received = await Task.WhenAll(_stage.AskAsync("receive", message), _stage.AskAsync("receive", message));
        _cart = received[0]["cart"]!.ToString();
        int taps = _random.Next(4);
        await Task.WhenAll(BuyAsync(Seeded()), TapAsync(Seeded(), taps), ShopkeeperAsync(Seeded()), StaffAsync(Seeded()));
    }

    private Random Seeded() => new(_random.Next());

    private async Task BuyAsync(Random random)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            if (await _stage.CallAsync("offer", ("cart", _cart)) is { } told && await FollowAsync(told, random, maySwitch: true))
            {
                return;
            }

            await PauseAsync(random, 10);
        }
    }

    private async Task TapAsync(Random random, int taps)
    {
        for (; taps > 0; taps--)
        {
            await PauseAsync(random, 20);
            if (await _stage.CallAsync("offer", ("cart", _cart)) is { } told)
            {
                await FollowAsync(told, random, maySwitch: false);
            }
        }
    }

    /// <summary>The customer does what the phone asks for.</summary>
    /// <returns>Whether there is nothing left to do.</returns>
    private async Task<bool> FollowAsync(JsonNode told, Random random, bool maySwitch)
    {
        _cart = told["cart"]?.ToString() ?? _cart;
        switch (told["outcome"]!.ToString())
        {
            case "Ordered":
                return true;
            case "ConfirmPrice":
                await _stage.CallAsync("confirm", ("cart", _cart), ("fingerprint", told["fingerprint"]!.ToString()));
                return false;
            case "CartGone":
                JsonArray live = (JsonArray)await _stage.AskAsync("carts", ("product", Product));
                _cart = live.Count > 0 ? live[^1]!.ToString() : _cart;
                return live.Count == 0;
            case "Offered" when maySwitch && random.Next(8) == 0:
                string more = (told["quantity"]!.GetValue<int>() + 1).ToString(CultureInfo.InvariantCulture);
                JsonNode? changed = await _stage.CallAsync("change", ("cart", _cart), ("product", Product), ("quantity", more));
                _cart = changed?["outcome"]?.ToString() == "Changed" ? changed["cart"]!.ToString() : _cart;
                return false;
            case "Offered" when random.Next(8) > 0:
                LocalCheckout? page = _stage.Provider.Checkouts.LastOrDefault(one => one.Page.AbsoluteUri == told["url"]?.ToString());
                if (page is not null && await PayAsync(page, random) && random.Next(5) > 0)
                {
                    await _stage.CallAsync("settle", ("attempt", told["attempt"]!.ToString()));
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>The customer is on the page.</summary>
    private async Task<bool> PayAsync(LocalCheckout page, Random random)
    {
        page.Mistake = Mistake;
        switch (random.Next(10))
        {
            case 0:
                return page.Decline();
            case 1 or 2 when page.PayDelayed():
                _ = DecideLaterAsync(page, random.Next(4) == 0);
                return true;
            default:
                return page.Pay();
        }
    }

    private static async Task DecideLaterAsync(LocalCheckout page, bool fails)
    {
        // At PayPal the payment is pending only once the shop has captured it; what is left over is confirmed at the end of the race.
        for (int tries = 0; tries < 100 && !(fails ? page.Fail() : page.Confirm()); tries++)
        {
            await Task.Delay(Blink, TimeProvider.System, Cancel);
        }
    }

    private async Task ShopkeeperAsync(Random random)
    {
        await PauseAsync(random, 20);
        if (_changesPrice)
        {
            await _stage.CallAsync("price", ("product", Product), ("price", "399"));
        }

        await PauseAsync(random, 20);
        if (_loses)
        {
            await _stage.CallAsync("gone", ("product", Product));
        }
    }

    private async Task StaffAsync(Random random)
    {
        if (!_hasStaff)
        {
            return;
        }

        if (random.Next(2) == 0)
        {
            await PauseAsync(random, 30);
            await _stage.CallAsync("mark", ("cart", _cart));
            return;
        }

        for (int tries = 0; tries < 3; tries++)
        {
            await PauseAsync(random, 40);
            if (await _stage.CallAsync("orders", ("product", Product)) is not JsonArray orders)
            {
                continue;
            }

            foreach (JsonNode? order in orders)
            {
                string amount = random.Next(1, 800).ToString(CultureInfo.InvariantCulture);
                (string, string)[] refund = [("order", order!["id"]!.ToString()), ("amount", amount)];
                await Task.WhenAll(_stage.CallAsync("refund", refund), _stage.CallAsync("refund", refund));
            }
        }
    }

    private static Task PauseAsync(Random random, int most) => Task.Delay(Blink * random.Next(most), TimeProvider.System, Cancel);
}
