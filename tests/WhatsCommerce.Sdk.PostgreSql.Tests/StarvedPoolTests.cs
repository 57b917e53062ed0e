using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>
/// Two instances of an app whose handlers block every thread of the pool for longer than a lease, and hold all connections meanwhile. Both
/// get every event, again and again until they answer 200; <c>CrashTest</c> holds the app.
/// </summary>
[Collection(nameof(CrashTests))]
public sealed class StarvedPoolTests : IDisposable
{
    private const int Events = 8;
    private const int Deadline = 5 * 60 * 1000;

    // As in CrashTest's app.
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly List<Process> _started = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Deadline)]
    public async Task Renew_HandlersBlockThePoolOfTwoInstances_NoEventRunsTwice()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string ledger = $"\"{database.Options.Schema}\".ledger";
        await database.RunAsync($"""
            create table {ledger} (
                number bigint generated always as identity, moment timestamptz not null default clock_timestamp(),
                what text not null, id text not null)
            """);
        Uri[] instances = [await StartAsync(database), await StartAsync(database)];
        using HttpClient client = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(2) };

        await Task.WhenAll(
            from instance in instances
            from number in Enumerable.Range(0, Events)
            select DeliverUntilTakenAsync(client, instance, Text(number)));

        string story = await database.ReadAsync<string>(
            $"select string_agg(format('%s %s %s', to_char(moment, 'MI:SS.MS'), what, id), ', ' order by number) from {ledger}");
        Assert.True(await database.ReadAsync<long>($"select count(distinct id) from {ledger} where what = 'end'") == Events, story);
        Assert.True(await database.ReadAsync<long>($"select count(*) from {ledger} where what = 'begin'") == Events, story);
    }

    public void Dispose()
    {
        foreach (Process process in _started)
        {
            process.Kill();
            process.Dispose();
        }
    }

    private async Task<Uri> StartAsync(TestDatabase database)
    {
        Process app = CrashProcess.Start(["starve", database.Options.Schema]);
        _started.Add(app);
        string? address = await app.StandardOutput.ReadLineAsync(Cancel);
        if (address is null)
        {
            Assert.Fail($"The app did not start: {await app.StandardError.ReadToEndAsync(Cancel)}");
        }

        return new(new Uri(address), "/webhooks/whatsapp");
    }

    private static async Task DeliverUntilTakenAsync(HttpClient client, Uri instance, byte[] body)
    {
        while (true)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, instance);
            request.Content = new ByteArrayContent(body);
            request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, Secret));
            using HttpResponseMessage answer = await client.SendAsync(request, Cancel);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }
    }

    private static byte[] Text(int number) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"metadata":{"phone_number_id":"2"},"messages":[{"id":"wamid.{{{number}}}","from":"1650555{{{number:0000}}}",
        "timestamp":"1767225600","type":"text","text":{"body":"Apples?"}}]}}]}]}
        """));
}
