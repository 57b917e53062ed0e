using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>A local provider, a database and a shop between them that is killed now and then.</summary>
internal sealed class RaceStage : IAsyncDisposable
{
    private readonly ShiftedTime _time;
    private readonly RaceFile _database;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly SemaphoreSlim _killing = new(1);
    private readonly Queue<int> _killsAt;
    private ShopProcess _shop = null!;
    private Uri _address = null!;
    private TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private string? _withoutGuard;

    private RaceStage(LocalProvider provider, RaceFile database, ShiftedTime time, IEnumerable<int> killsAt)
    {
        Provider = provider;
        _database = database;
        _time = time;
        _killsAt = new(killsAt);
    }

    public LocalProvider Provider { get; }

    /// <summary>A line for each event that a handler has completed.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    public int Kills { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts everything.</summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="database">The name of the database.</param>
    /// <param name="killsAt">After how many calls the shop is killed, each time.</param>
    /// <param name="withoutGuard">The guard that the shop does without; all of them hold unless one is named.</param>
    public static async Task<RaceStage> StartAsync(
        string provider, string database, IEnumerable<int> killsAt, string? withoutGuard = null)
    {
        RaceFile file = RaceFile.Require(database);
        ShiftedTime time = new(TimeSpan.Zero);
        LocalProviderOptions options = new()
        {
            TimeProvider = time,
            HistoryLimit = 100_000,
            RedeliveryWaits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 20)],
        };
        LocalProvider local = provider switch
        {
            "stripe" => await LocalStripe.StartAsync(options, Cancel),
            "paypal" => await LocalPayPal.StartAsync(options, Cancel),
            _ => await LocalRazorpay.StartAsync(options, Cancel),
        };
        RaceStage stage = new(local, file, time, killsAt) { _withoutGuard = withoutGuard };
        await stage.StartShopAsync();
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        _shop.Dispose();
        _http.Dispose();
        _killing.Dispose();
        await _database.DisposeAsync();
    }

    /// <summary>Calls the shop.</summary>
    /// <returns>Its answer; null when it gave none, because it failed or was killed: nobody knows what it did.</returns>
    public async Task<JsonNode?> CallAsync(string what, params (string Name, string Value)[] query)
    {
        if (_killsAt.TryPeek(out int at) && Interlocked.Increment(ref _calls) >= at)
        {
            await KillAsync(at);
        }

        await Patiently.Wait(_up.Task);
        string address = $"{_address}{what}?" + string.Join('&', query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        try
        {
            using StringContent nothing = new("");
            using HttpResponseMessage answer = await Patiently.Wait(_http.PostAsync(new Uri(address), nothing, Cancel));
            string text = await answer.Content.ReadAsStringAsync(Cancel);
            return answer.IsSuccessStatusCode && text.Length > 0 ? JsonNode.Parse(text) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            return null;
        }
    }

    /// <summary>Calls the shop until it answers; for what may be repeated.</summary>
    public async Task<JsonNode> AskAsync(string what, params (string Name, string Value)[] query)
    {
        JsonNode? answer = null;
        await Patiently.Until(async () => (answer = await CallAsync(what, query)) is not null, what);
        return answer!;
    }

    /// <summary>Moves all clocks.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        _time.Ahead += by;
        await CallAsync("clock", ("minutes", _time.Ahead.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Kills the shop as often as was asked for and not done yet.</summary>
    public async Task KillTheRestAsync()
    {
        while (_killsAt.TryPeek(out int at))
        {
            await KillAsync(at);
        }
    }

    private async Task KillAsync(int at)
    {
        await Patiently.Wait(_killing.WaitAsync(Cancel));
        try
        {
            if (!_killsAt.TryPeek(out int next) || next != at)
            {
                return;
            }

            _killsAt.Dequeue();
            _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await _shop.KillAsync();
            _shop.Dispose();
            Kills++;
            await StartShopAsync();
        }
        finally
        {
            _killing.Release();
        }
    }

    private async Task StartShopAsync()
    {
        List<KeyValuePair<string, string?>> environment =
        [
            .. Provider.Configuration("Race:Provider"),
            new("RACE_SCHEMA", _database.Schema),
            new("RACE_WITHOUT_GUARD", _withoutGuard),
        ];
        if (Provider is LocalPayPal paypal)
        {
            environment.Add(new("RACE_CERTIFICATE", paypal.CertificateAddress.AbsoluteUri));
            environment.Add(new("RACE_AUTHORITY", paypal.AuthorityPem));
        }

        (_shop, _address) = await ShopProcess.StartAsync(
            [Provider.Name, _database.Kind, _database.ConnectionString, _time.Ahead.TotalMinutes.ToString(CultureInfo.InvariantCulture)],
            environment,
            Done);
        _address = new Uri(_address, "/");
        Provider.Webhooks.Connect(new Uri(_address, $"webhooks/{Provider.Name}"));
        _up.TrySetResult();
    }
}
