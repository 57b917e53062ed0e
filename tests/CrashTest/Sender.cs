using System.Net;
using System.Text;
using System.Threading.Channels;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace CrashTest;

/// <summary>
/// Delivers as Meta does: in batches, again and again until the answer is 200, now and then once more although it was, to whichever
/// instance. Each line on standard input lets another share of the deliveries go; its end lets go of the rest.
/// </summary>
internal sealed class Sender(string database, string schema, int seed, Uri[] addresses) : IDisposable
{
    private const int Workers = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    private readonly Channel<Delivery> _queue = Channel.CreateUnbounded<Delivery>();
    private readonly HttpClient _client = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(1) };
    private readonly CancellationTokenSource _deadline = new(Deadline);
    private bool[]? _taken;
    private int _open;
    private int _sent;
    private int _refused;

    public Task RunAsync(int events, int shares) => RunAsync([.. Batches(events)], events, shares);

    /// <summary>
    /// Delivers one event, then two, then one, ..., none before the former one of its customer got 200: so the order in which events were
    /// sent is that in which they arrived.
    /// </summary>
    public Task RunInOrderAsync(int deliveries, int shares)
    {
        int next = 0;
        List<Delivery> all = new(deliveries);
        for (int i = 0; i < deliveries; i++)
        {
            int size = (i % 2) + 1;
            all.Add(new([.. Enumerable.Range(next, size)]));
            next += size;
        }

        _taken = new bool[next];
        return RunAsync([.. all], next, shares);
    }

    private async Task RunAsync(Delivery[] deliveries, int events, int shares)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database)
        {
            MaxPoolSize = 10,
            Timeout = 120,
            CommandTimeout = 120
        }.ConnectionString);
        Ledger ledger = new(source, schema);
        _open = deliveries.Length;
        Task[] workers = [.. Enumerable.Range(0, Workers)
            .Select(worker => Task.Run(() => WorkUntilTheEndAsync(ledger, new Random(seed + worker)), _deadline.Token))];
        int released = 0;
        for (int share = 1; released < deliveries.Length; share++)
        {
            int until = await Console.In.ReadLineAsync(_deadline.Token) is null
                ? deliveries.Length
                : Math.Min(deliveries.Length, deliveries.Length * share / shares);
            while (released < until)
            {
                _queue.Writer.TryWrite(deliveries[released++]);
            }
        }

        await Task.WhenAll(workers);
        Console.WriteLine($"{events} events in {deliveries.Length} deliveries took {_sent} requests, {_refused} of which did not get 200");
    }

    public void Dispose()
    {
        _client.Dispose();
        _deadline.Dispose();
    }

    private IEnumerable<Delivery> Batches(int events)
    {
        Random random = new(seed);
        for (int next = 0; next < events;)
        {
            int size = Math.Min(random.Next(1, 21), events - next);
            yield return new([.. Enumerable.Range(next, size)]);
            next += size;
        }
    }

    private async Task WorkUntilTheEndAsync(Ledger ledger, Random random)
    {
        try
        {
            await WorkAsync(ledger, random);
        }
        catch (Exception exception)
        {
            // The others would wait for this one's delivery.
            _queue.Writer.TryComplete(exception);
            throw;
        }
    }

    private async Task WorkAsync(Ledger ledger, Random random)
    {
        await foreach (Delivery delivery in _queue.Reader.ReadAllAsync(_deadline.Token))
        {
            bool mayGo = MayGo(delivery);
            if (!mayGo || !await IsTakenAsync(delivery, random))
            {
                await Task.Delay(mayGo ? Pause : ShortPause, TimeProvider.System, _deadline.Token);
                _queue.Writer.TryWrite(delivery);
                continue;
            }

            await AcknowledgeAsync(ledger, delivery);
            if (!delivery.IsRepeated && random.Next(10) == 0)
            {
                delivery.IsRepeated = true;
                _queue.Writer.TryWrite(delivery);
            }
            else if (Interlocked.Decrement(ref _open) == 0)
            {
                _queue.Writer.TryComplete();
            }
        }
    }

    /// <summary>Tells whether the former event of each customer got 200, where that is asked for.</summary>
    private bool MayGo(Delivery delivery) => _taken is null
        || delivery.Events.All(n => n < Delivery.Customers || Volatile.Read(ref _taken[n - Delivery.Customers]));

    /// <summary>Writes it down, again and again while the database restarts.</summary>
    private async Task AcknowledgeAsync(Ledger ledger, Delivery delivery)
    {
        while (true)
        {
            try
            {
                await ledger.AcknowledgeAsync(delivery.Ids);
                break;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                await Task.Delay(Pause, TimeProvider.System, _deadline.Token);
            }
        }

        foreach (int n in _taken is null ? [] : delivery.Events)
        {
            Volatile.Write(ref _taken![n], true);
        }
    }

    private async Task<bool> IsTakenAsync(Delivery delivery, Random random)
    {
        Interlocked.Increment(ref _sent);
        using HttpRequestMessage request = new(HttpMethod.Post, addresses[random.Next(addresses.Length)]);
        request.Content = new ByteArrayContent(delivery.Body);
        request.Headers.Add(WebhookSignature.HeaderName, delivery.Signature);
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, _deadline.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return true;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The app was killed, or is not there yet.
        }

        Interlocked.Increment(ref _refused);
        return false;
    }

    private sealed class Delivery
    {
        public const int Customers = 500;
        private const int Numbers = 20;

        private const string Envelope =
            """{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[@changes]}]}""";

        private const string Change =
            """{"field":"messages","value":{"messaging_product":"whatsapp","metadata":"""
                + """{"display_phone_number":"15550783881","phone_number_id":"@number"},"messages":[@messages]}}""";

        public Delivery(int[] events)
        {
            Events = events;
            Ids = [.. events.Select(n => FormattableString.Invariant($"wamid.{n}"))];
            IEnumerable<string> changes = events.GroupBy(n => n % Customers % Numbers).Select(number => Change
                .Replace("@number", FormattableString.Invariant($"1065403522429{number.Key:00}"), StringComparison.Ordinal)
                .Replace("@messages", string.Join(',', number.Select(Message)), StringComparison.Ordinal));
            Body = Encoding.UTF8.GetBytes(Envelope.Replace("@changes", string.Join(',', changes), StringComparison.Ordinal));
            Signature = WebhookSignature.Compute(Body, App.Secret);
        }

        public int[] Events { get; }

        public string[] Ids { get; }

        public byte[] Body { get; }

        public string Signature { get; }

        public bool IsRepeated { get; set; }

        private static string Message(int n) => FormattableString.Invariant(
            $$"""{"id":"wamid.{{n}}","from":"1650555{{n % Customers:0000}}","timestamp":"1767225600",{{Payload(n)}}}""");

        private static string Payload(int n) => n % 5 < 3
            ? """ "type":"text","text":{"body":"Apples?"} """
            : """ "type":"order","order":{"catalog_id":"146265584024623","product_items":"""
                + """[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.5,"currency":"EUR"}]} """;
    }
}
