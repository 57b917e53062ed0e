using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// An app that answers a message is killed as by SIGKILL at each moment around its send, started again, and gets the message ten times
/// more: the customer gets one answer at most, and the app is told the truth.
/// </summary>
[Collection(nameof(CrashTests))]
public sealed class SendKillTests : IDisposable
{
    // Ends what hangs.
    private const int Deadline = 15 * 60 * 1000;

    private const string Customer = "+16505551234";
    private const string PhoneNumberId = "106540352242922";
    private const string Envelope =
        """{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":"""
            + """{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"}"""
            + """,@items}}]}]}""";

    private const string Question = """
        "messages":[{"id":"wamid.question","from":"16505551234","timestamp":"1767225600","type":"text","text":{"body":"Apples?"}}]
        """;

    private readonly AppProcesses _processes = new();
    private readonly ReservedPort _port = new();
    private readonly HttpClient _meta = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(5) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Deadline)]
    public async Task Kill_BeforeThePost_StaysUnknownUntilSomebodySaysThatItWasNotSent()
    {
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync();

        Uri app = await KillAtAsync("intended", database, cloud);
        await RedeliverAsync(10, app, HttpStatusCode.InternalServerError);

        Assert.Empty(cloud.Customer(Customer).Received);
        ToldOutcome[] told = [.. await database.ToldAsync()];
        Assert.Equal(10, told.Length);
        Assert.All(told, one => Assert.Equal("unknown", one.Outcome));

        Assert.True(await database.Ledger().ResolveAsync(new SendKey(PhoneNumberId, told[0].OnceKey), sentAs: default, Cancel));
        await RedeliverAsync(2, app, HttpStatusCode.OK);

        await AssertAnsweredOnceAsync(database, cloud);
    }

    [Fact(Timeout = Deadline)]
    public async Task Kill_WhileTheRequestIsOnItsWay_IsPostedAtMostOnce()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int requests = 0;
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync(options => options.Middleware = HoldAsync);

        Uri app = await KillWhenAsync(arrived.Task, database, cloud);
        killed.SetResult();
        await RedeliverAsync(10, app, HttpStatusCode.InternalServerError);

        Assert.Equal(1, requests);
        Assert.InRange(cloud.Customer(Customer).Received.Count, 0, 1);

        async Task HoldAsync(HttpContext context, RequestDelegate next)
        {
            if (Interlocked.Increment(ref requests) == 1)
            {
                arrived.SetResult();
                await killed.Task;
            }

            await next(context);
        }
    }

    [Fact(Timeout = Deadline)]
    public async Task Kill_WhileTheAnswerIsOnItsWay_IsUnknownUntilTheStatusTells()
    {
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync();
        cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromMinutes(10)));

        Uri app = await KillWhenAsync(Patiently.Until(() => cloud.Customer(Customer).Received.Count > 0), database, cloud);

        await AssertUnknownUntilTheStatusAsync(app, database, cloud);
    }

    [Fact(Timeout = Deadline)]
    public async Task Kill_BeforeTheReceiptIsStored_IsUnknownUntilTheStatusTells()
    {
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync();

        Uri app = await KillAtAsync("accepted", database, cloud);

        await AssertUnknownUntilTheStatusAsync(app, database, cloud);
    }

    [Theory(Timeout = Deadline)]
    [InlineData("stored")]
    [InlineData("told")]
    public async Task Kill_BetweenReceiptAndCompletion_IsAnsweredFromTheLedger(string point)
    {
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync();

        Uri app = await KillAtAsync(point, database, cloud);
        await RedeliverAsync(10, app, HttpStatusCode.OK);

        await AssertAnsweredOnceAsync(database, cloud);
    }

    public void Dispose()
    {
        _processes.Dispose();
        _port.Dispose();
        _meta.Dispose();
    }

    /// <summary>Delivers the question to an app that kills itself at a point, and starts the app again.</summary>
    private Task<Uri> KillAtAsync(string point, TestDatabase database, CloudApiEmulator cloud) =>
        KillAsync(point, app => app.WaitForExitAsync(Cancel), database, cloud);

    /// <summary>Delivers the question to an app, kills it at a moment, and starts it again.</summary>
    private Task<Uri> KillWhenAsync(Task moment, TestDatabase database, CloudApiEmulator cloud) =>
        KillAsync("never", _ => moment, database, cloud);

    private async Task<Uri> KillAsync(string point, Func<Process, Task> moment, TestDatabase database, CloudApiEmulator cloud)
    {
        _port.LetListen();
        Uri address = new(_port.Address, "webhooks/whatsapp");
        string[] arguments = ["shop", $"{_port.Number}", database.Options.Schema, point, "1", cloud.BaseAddress.ToString()];
        Process app = await _processes.StartAppAsync(arguments);
        Task<HttpStatusCode> delivery = DeliverAsync(address, Question);
        await moment(app);
        await AppProcesses.KillAsync(app);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => delivery);

        // What the killed process held, it holds no longer.
        await database.PassTimeAsync(TimeSpan.FromHours(1));
        arguments[3] = "never";
        await _processes.StartAppAsync(arguments);
        return address;
    }

    private async Task RedeliverAsync(int times, Uri app, HttpStatusCode expected)
    {
        for (int i = 0; i < times; i++)
        {
            Assert.Equal(expected, await DeliverAsync(app, Question));
        }
    }

    private async Task AssertUnknownUntilTheStatusAsync(Uri app, TestDatabase database, CloudApiEmulator cloud)
    {
        await RedeliverAsync(10, app, HttpStatusCode.InternalServerError);
        ReceivedMessage answer = Assert.Single(cloud.Customer(Customer).Received);
        Assert.All(await database.ToldAsync(), told => Assert.Equal("unknown", told.Outcome));

        // Whatever the status says: Meta took it over.
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(app, $$"""
            "statuses":[{"id":"{{answer.Id}}","status":"failed","timestamp":"1767225601","recipient_id":"16505551234",
            "biz_opaque_callback_data":"{{answer.CallbackData}}"}]
            """));
        await RedeliverAsync(2, app, HttpStatusCode.OK);

        await AssertAnsweredOnceAsync(database, cloud);
    }

    private static async Task AssertAnsweredOnceAsync(TestDatabase database, CloudApiEmulator cloud)
    {
        ReceivedMessage answer = Assert.Single(cloud.Customer(Customer).Received);
        Assert.Equal("Answer to wamid.question", answer.Text);
        ToldOutcome last = (await database.ToldAsync())[^1];
        Assert.Equal(("sent", answer.Id.Value), (last.Outcome, last.MessageId));
    }

    private async Task<HttpStatusCode> DeliverAsync(Uri app, string items)
    {
        byte[] body = Encoding.UTF8.GetBytes(Envelope.Replace("@items", items.Trim(), StringComparison.Ordinal));
        using HttpRequestMessage request = new(HttpMethod.Post, app) { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, ShopDatabase.Secret));
        using HttpResponseMessage answer = await _meta.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
