using System.Net;
using System.Text;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What goes wrong when a test asks for it, as a client by hand sees it.</summary>
public sealed class FaultTests
{
    public static TheoryData<EmulatedFault, int, int> Errors() => new()
    {
        { EmulatedFault.TooManyRequests(), 429, 4 },
        { EmulatedFault.Throughput(), 400, 130429 },
        { EmulatedFault.PairRateLimit(), 400, 131056 },
        { EmulatedFault.ServerError(FaultMoment.BeforeAccepting), 500, 131000 },
        { EmulatedFault.Error(131031, 403, "Account has been locked"), 403, 131031 },
    };

    [Theory, MemberData(nameof(Errors))]
    public async Task Next_Error_IsAnsweredOnceAndSendsNothing(EmulatedFault fault, int status, int code)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Faults.Next(fault);

        (await stage.PostTextAsync()).AssertRefused(code, status);
        (await stage.PostTextAsync()).AssertAccepted();

        Assert.Single(stage.Cloud.Customer("+16505551234").Received);
        Assert.Equal([false, true], stage.Cloud.Requests.Select(request => request.IsAccepted));
        Assert.Equal([fault, null], stage.Cloud.Requests.Select(request => request.Fault));
    }

    [Fact]
    public async Task Next_ErrorAfterAccepting_SendsTheMessageAndTellsItsStatuses()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));

        (await stage.PostTextAsync()).AssertRefused(131000, 500);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Single(stage.Cloud.Customer("+16505551234").Received);
        RecordedRequest request = Assert.Single(stage.Cloud.Requests);
        Assert.Equal((true, 500, 131000), (request.IsAccepted, request.StatusCode, request.ErrorCode));
        Assert.Contains("status delivered", stage.Told);
    }

    [Fact]
    public async Task Latency_AnyAnswer_TakesSoLongAndTheWaitOfAFaultOnTop()
    {
        ManualTime time = new();
        await using Stage stage = await Stage.StartAsync(
            new() { TimeProvider = time, Latency = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)) }, connect: false);
        stage.Cloud.Faults
            .Next(EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(3)))
            .Next(EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting));

        (await stage.PostTextAsync()).AssertAccepted();
        await Assert.ThrowsAsync<HttpRequestException>(() => stage.PostTextAsync());
        (await stage.PostTextAsync()).AssertAccepted();

        TimeSpan[] waits = [.. time.Waits];
        Assert.Equal(3, waits.Length);
        Assert.InRange(waits[0], TimeSpan.FromMilliseconds(3100), TimeSpan.FromMilliseconds(3400));
        Assert.All(waits[1..], wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)));
    }

    [Theory, InlineData(-1, 1), InlineData(5, 4)]
    public async Task Latency_NoRange_StopsTheStart(int shortest, int longest)
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => CloudApiEmulator.StartAsync(
                new() { Latency = new(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest)) }, Stage.Token));

        Assert.Contains("CloudApiEmulatorOptions.Latency is not a range", exception.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(FaultMoment.BeforeAccepting, 0), InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task Next_ConnectionCut_GivesNoAnswer(FaultMoment moment, int received)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Faults.Next(EmulatedFault.ConnectionCut(moment));

        await Assert.ThrowsAsync<HttpRequestException>(() => stage.PostTextAsync());

        Assert.Equal(received, stage.Cloud.Customer("+16505551234").Received.Count);
        Assert.EndsWith("-> cut", Assert.Single(stage.Cloud.Requests).ToString(), StringComparison.Ordinal);
        (await stage.PostTextAsync()).AssertAccepted();
    }

    [Fact]
    public async Task Next_RetryAfter_StandsInTheHeader()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Faults.Next(EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(7)));
        using StringContent content = new("{}", Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await stage.Http.PostAsync(new Uri(stage.Messages, UriKind.Relative), content, Stage.Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Next_SlowAnswer_TakesItsTimeOnTheClockOfTheEmulator()
    {
        ManualTime time = new();
        await using Stage stage = await Stage.StartAsync(new CloudApiEmulatorOptions { TimeProvider = time }, connect: false);
        stage.Cloud.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromHours(1)));

        (await stage.PostTextAsync()).AssertAccepted();

        Assert.Contains(TimeSpan.FromHours(1), time.Waits);
    }

    [Fact]
    public async Task When_SomethingHolds_FailsThoseOnly()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Faults.When(
            request => request.Json!.Value.GetProperty("to").GetString() == "+16505550001", EmulatedFault.PairRateLimit());

        (await stage.PostTextAsync("+16505550001")).AssertRefused(131056);
        (await stage.PostTextAsync("+16505550002")).AssertAccepted();
        (await stage.PostTextAsync("+16505550001")).AssertRefused(131056);
        stage.Cloud.Faults.Clear();
        (await stage.PostTextAsync("+16505550001")).AssertAccepted();
    }

    [Fact]
    public async Task AtRandom_SameSeed_FailsTheSameOnes()
    {
        int?[] first = await Run();
        int?[] second = await Run();

        Assert.Equal(first, second);
        Assert.InRange(first.Count(code => code == 130429), 5, 25);

        static async Task<int?[]> Run()
        {
            await using Stage stage = await Stage.StartAsync(connect: false);
            stage.Cloud.Faults.AtRandom(0.3, EmulatedFault.Throughput(), seed: 7);
            List<int?> codes = [];
            for (int i = 0; i < 50; i++)
            {
                codes.Add((await stage.PostTextAsync()).Code);
            }

            return [.. codes];
        }
    }

    [Fact]
    public async Task Rules_SeveralApply_TheFirstDecides()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Faults.Next(EmulatedFault.Throughput(), 2).Next(EmulatedFault.PairRateLimit());

        (await stage.PostTextAsync()).AssertRefused(130429);
        (await stage.PostTextAsync()).AssertRefused(130429);
        (await stage.PostTextAsync()).AssertRefused(131056);
        (await stage.PostTextAsync()).AssertAccepted();
    }

    [Fact]
    public async Task AddAccount_AnotherNumber_SendsWithItsOwnTokenAndTellsItsStatuses()
    {
        await using Stage stage = await Stage.StartAsync();
        WhatsCommerceAccount account = stage.Cloud.AddAccount("7001", PhoneNumber.Parse("+15550700001"), "token-of-1");
        const string Text = """{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hello!"}}""";

        stage.Http.DefaultRequestHeaders.Authorization = new("Bearer", account.AccessToken);
        using StringContent content = new(Text, Encoding.UTF8, "application/json");
        (await stage.PostAsync("v25.0/7001/messages", content)).AssertAccepted();
        (await stage.PostTextAsync()).AssertRefused(100);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal("7001", Assert.Single(stage.Cloud.Customer("+16505551234").Received).From.Value);
        Assert.All(stage.Cloud.Deliveries, delivery => Assert.Equal(
            "7001",
            delivery.Json.GetProperty("entry")[0].GetProperty("changes")[0]
                .GetProperty("value")
                .GetProperty("metadata")
                .GetProperty("phone_number_id")
                .GetString()));
        Assert.Throws<ArgumentException>(() => stage.Cloud.AddAccount("7001", PhoneNumber.Parse("+15550700002"), "token"));
    }
}
