using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>What becomes of the messages of a campaign, and what its report says of it.</summary>
public sealed class CampaignsTests : IDisposable
{
    private const string Spring = "spring sale";

    private readonly CampaignMeta _meta = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Campaigns Campaigns => _meta.Campaigns;

    public void Dispose() => _meta.Dispose();

    [Fact]
    public async Task Run_PersonalMessages_SendsEachOnceAndCompletes()
    {
        CampaignReport report = await RunAsync(250);

        Assert.Equal(CampaignMeta.TextsOf(250), _meta.Texts);
        Assert.Equal(CampaignState.Completed, report.State);
        Assert.Equal((250, 250, 0, 0, 0), (report.Total, report.Sent, report.Open, report.NotSent, report.Unknown));
    }

    [Fact]
    public async Task Run_Again_SendsNothing()
    {
        await RunAsync(30);
        CampaignReport report = await RunAsync(30);

        Assert.Equal(CampaignMeta.TextsOf(30), _meta.Texts);
        Assert.Equal((CampaignState.Completed, 30), (report.State, report.Sent));
    }

    [Fact]
    public async Task Run_LongerSequence_SendsWhatIsNew()
    {
        await RunAsync(30);
        CampaignReport report = await RunAsync(45);

        Assert.Equal(CampaignMeta.TextsOf(45), _meta.Texts);
        Assert.Equal((CampaignState.Completed, 45), (report.State, report.Sent));
    }

    [Fact]
    public async Task Run_IdThatComesAgain_CountsTheFirst()
    {
        CampaignReport report = await Campaigns.RunAsync(
            Spring,
            [.. CampaignMeta.Messages(3), .. CampaignMeta.Messages(3), CampaignMeta.MessageOf(1)],
            new CampaignOptions { BatchSize = 4 },
            Cancel);

        Assert.Equal(CampaignMeta.TextsOf(3), _meta.Texts);
        Assert.Equal(3, report.Total);
    }

    [Fact]
    public async Task Run_TwoCampaigns_SendToTheSameCustomers()
    {
        await RunAsync(5);
        await Campaigns.RunAsync("autumn", CampaignMeta.Messages(5), cancellationToken: Cancel);

        Assert.Equal(10, _meta.Texts.Count());
    }

    [Fact]
    public async Task Run_RefusedAndLost_AreToldByCodeAndNotSentAgain()
    {
        _meta.Answer = body => body switch
        {
            _ when Is(body, 1) || Is(body, 2) => StubMeta.Error(131026),
            _ when Is(body, 3) => StubMeta.Error(131000, 500),
            _ => null,
        };
        IEnumerable<CampaignMessage> messages =
            [.. CampaignMeta.Messages(6), new("none", "apple", Message.Text("Hello").Build())];

        await Campaigns.RunAsync(Spring, messages, cancellationToken: Cancel);
        _meta.Answer = static _ => null;
        CampaignReport report = await Campaigns.RunAsync(Spring, messages, cancellationToken: Cancel);

        Assert.Equal(CampaignState.Completed, report.State);
        Assert.Equal((7, 3, 3, 1), (report.Total, report.Sent, report.NotSent, report.Unknown));
        Assert.Equal(new Dictionary<int, long> { [131026] = 2, [0] = 1 }, report.NotSentByCode);
        Assert.Equal(3, _meta.Texts.Count());
        Assert.Equal(
            ["00001", "00002", "none"],
            await Campaigns.ListAsync(Spring, CampaignMessageState.NotSent, Cancel).Select(entry => entry.Id).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(190, 401)]
    [InlineData(131031, 400)]
    [InlineData(130429, 429)]
    [InlineData(131048, 400)]
    public async Task Run_NothingWrongWithTheMessage_StaysOpenForTheNextRun(int code, int status)
    {
        _meta.Answer = _ => StubMeta.Error(code, status);
        CampaignReport first = await RunAsync(5);
        _meta.Answer = static _ => null;
        CampaignReport second = await RunAsync(5);

        Assert.Equal((CampaignState.Running, 5, 0), (first.State, first.Open, first.NotSent));
        Assert.Equal((CampaignState.Completed, 0, 5), (second.State, second.Open, second.Sent));
        Assert.Equal(CampaignMeta.TextsOf(5), _meta.Texts);
    }

    [Fact]
    public async Task Reopen_RefusedMessages_AreSentByTheNextRun()
    {
        _meta.Answer = body => Is(body, 1) ? StubMeta.Error(132015) : Is(body, 2) ? StubMeta.Error(131026) : null;
        await RunAsync(4);
        _meta.Answer = static _ => null;

        Assert.Equal(1, await Campaigns.ReopenAsync(Spring, 132015, Cancel));
        CampaignReport report = await RunAsync(4);

        Assert.Equal((3, 1), (report.Sent, report.NotSent));
    }

    [Fact]
    public async Task Reopen_MessagesOfACompletedCampaign_IsRunningUntilTheNextRun()
    {
        _meta.Answer = body => Is(body, 1) ? StubMeta.Error(132015) : null;
        List<CampaignState> states = [(await RunAsync(4)).State];
        _meta.Answer = static _ => null;

        await Campaigns.ReopenAsync(Spring, 131026, Cancel);
        states.Add((await Campaigns.FindReportAsync(Spring, Cancel))!.State);
        await Campaigns.ReopenAsync(Spring, cancellationToken: Cancel);
        states.Add((await Campaigns.FindReportAsync(Spring, Cancel))!.State);
        states.Add((await RunAsync(4)).State);

        Assert.Equal([CampaignState.Completed, CampaignState.Completed, CampaignState.Running, CampaignState.Completed], states);
    }

    [Fact]
    public async Task Reopen_MessagesOfACanceledCampaign_StaysCanceled()
    {
        _meta.Answer = body => Is(body, 0) ? StubMeta.Error(132015) : null;
        await RunAsync(
            4,
            new CampaignOptions
            {
                MaxConcurrency = 1,
                OnResult = _ => Campaigns.CancelAsync(Spring, Cancel).GetAwaiter().GetResult(),
            });

        Assert.Equal(1, await Campaigns.ReopenAsync(Spring, cancellationToken: Cancel));
        Assert.Equal(CampaignState.Canceled, (await Campaigns.FindReportAsync(Spring, Cancel))!.State);
    }

    [Fact]
    public async Task Report_ErrorsAndReason_AreInItsText()
    {
        _meta.Answer = body => Is(body, 0) ? StubMeta.Error(131026) : StubMeta.Error(132001);
        CampaignReport report = await RunAsync(3, new CampaignOptions { MaxConcurrency = 1, MinimumSends = 3 });

        Assert.Equal(
            "spring sale: Stopped, 0 of 3 sent, 3 not sent (2 with error 132001, 1 with error 131026), 0 unknown, 0 held back, "
                + "0 duplicates, 0 open; 0 delivered, 0 read, 0 failed. 3 of the last 3 sends failed, the last one with: error 132001. "
                + "Compare name and language: en and en_US are two. A new template can be sent once it is approved.",
            report.ToString());
    }

    [Fact]
    public async Task Run_OptedOut_IsHeldBackHoweverTheNumberIsWritten()
    {
        IMarketingPreferences preferences = _meta.Services.GetRequiredService<IMarketingPreferences>();
        await preferences.RecordAsync(
            new MarketingPreference(TestClient.PhoneNumberId, isStopped: true, DateTimeOffset.UnixEpoch, "1 (650) 555-0003"), Cancel);

        CampaignReport report = await RunAsync(5);

        Assert.Equal((CampaignState.Completed, 4, 1), (report.State, report.Sent, report.HeldBack));
        Assert.DoesNotContain("Hello 00003", _meta.Texts);
    }

    [Fact]
    public async Task Run_OptedOutOfMarketing_GetsWhatIsNoMarketing()
    {
        IMarketingPreferences preferences = _meta.Services.GetRequiredService<IMarketingPreferences>();
        await preferences.RecordAsync(
            new MarketingPreference(TestClient.PhoneNumberId, isStopped: true, DateTimeOffset.UnixEpoch, CampaignMeta.Number(3)), Cancel);

        CampaignReport report = await RunAsync(5, new CampaignOptions { HoldBackOptedOut = false });

        Assert.Equal((5, 0), (report.Sent, report.HeldBack));
    }

    [Fact]
    public async Task Run_OnePersonUnderTwoIds_GetsOneMessage()
    {
        CampaignMessage again = new("again", "1 650 555 0001", Message.Text("Hello again").Build());

        CampaignReport first = await Campaigns.RunAsync(Spring, [.. CampaignMeta.Messages(3), again], cancellationToken: Cancel);
        CampaignReport second = await Campaigns.RunAsync(Spring, [again, .. CampaignMeta.Messages(3)], cancellationToken: Cancel);

        Assert.Equal((4, 3, 1), (first.Total, first.Sent, first.Duplicates));
        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(CampaignMeta.TextsOf(3), _meta.Texts);
    }

    [Fact]
    public async Task Run_OnePersonUnderTwoIdsAllowed_GetsBoth()
    {
        CampaignMessage again = new("again", CampaignMeta.Number(1), Message.Text("Hello again").Build());

        CampaignReport report = await Campaigns.RunAsync(
            Spring, [.. CampaignMeta.Messages(3), again], new CampaignOptions { OncePerRecipient = false }, Cancel);

        Assert.Equal((4, 0), (report.Sent, report.Duplicates));
    }

    [Fact]
    public async Task Run_WindowClosed_CountsTheFallbacks()
    {
        _meta.Answer = body => Is(body, 1) ? StubMeta.Error(131047) : null;
        TemplateMessage template = Message.Template("come_back", "en_US").Build();
        CampaignMessage[] messages =
        [
            .. Enumerable.Range(0, 3).Select(i => new CampaignMessage(
                CampaignMeta.Id(i), CampaignMeta.Number(i), Message.Text($"Hello {CampaignMeta.Id(i)}").Build()) { Fallback = template }),
        ];

        CampaignReport report = await Campaigns.RunAsync(Spring, messages, cancellationToken: Cancel);

        Assert.Equal((3, 1), (report.Sent, report.Fallbacks));
        Assert.Single(_meta.Accepted, pair => pair.Key.Contains("come_back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OptionsOfAMessage_GoWithIt()
    {
        CampaignMessage message = new("1", CampaignMeta.Number(1), Message.Text("Hello 1").Build())
        {
            Options = new SendOptions { CallbackData = "row 1", OnceKey = "replaced" },
        };
        List<SendResult> results = [];

        await Campaigns.RunAsync(Spring, [message], new CampaignOptions { OnResult = results.Add }, Cancel);

        Assert.Contains("\"row 1\"", Assert.Single(_meta.Accepted).Key, StringComparison.Ordinal);
        Assert.Same(message, Assert.Single(results).Data);
    }

    [Fact]
    public async Task Record_StatusesOfTheMessages_AreInTheReport()
    {
        CampaignMessage own = new("own", CampaignMeta.Number(9), Message.Text("Hello own").Build())
        {
            Options = new SendOptions { CallbackData = "row 9" },
        };
        List<SendResult> results = [];
        await Campaigns.RunAsync(
            Spring, [.. CampaignMeta.Messages(5), own], new CampaignOptions { OnResult = results.Add }, Cancel);
        Dictionary<string, MessageId> ids = results.ToDictionary(
            result => ((CampaignMessage)result.Data!).Id, result => result.Receipt!.Id);

        await RecordAsync(CampaignMeta.Id(0), DeliveryProgress.Sent);
        await RecordAsync(CampaignMeta.Id(1), DeliveryProgress.Delivered);
        await RecordAsync(CampaignMeta.Id(2), DeliveryProgress.Read);
        await RecordAsync(CampaignMeta.Id(3), DeliveryProgress.Failed);
        await RecordAsync("own", DeliveryProgress.Read, "row 9");
        CampaignReport report = (await Campaigns.FindReportAsync(Spring, Cancel))!;

        Assert.Equal((6, 3, 2, 1), (report.Sent, report.Delivered, report.Read, report.Failed));
        Assert.Equal(new Dictionary<int, long> { [131049] = 1 }, report.FailedByCode);
        Assert.Equal(
            "spring sale: Completed, 6 of 6 sent, 0 not sent, 0 unknown, 0 held back, 0 duplicates, 0 open; 3 delivered, 2 read, "
                + "1 failed (1 with error 131049)",
            report.ToString());

        async Task RecordAsync(string id, DeliveryProgress progress, string? callbackData = null)
        {
            string body = _meta.Accepted.Keys.Single(body => body.Contains($"Hello {id}\"", StringComparison.Ordinal));
            int start = body.IndexOf("once.", StringComparison.Ordinal);
            Assert.True(await _meta.Services.GetRequiredService<IDeliveryRecorder>().RecordAsync(
                new DeliveryReport(
                    TestClient.PhoneNumberId,
                    ids[id],
                    callbackData ?? body[start..body.IndexOf('"', start)],
                    progress,
                    DateTimeOffset.UnixEpoch,
                    131049),
                Cancel));
        }
    }

    [Fact]
    public async Task Resolve_UnknownThatWasNotSent_IsSentByTheNextRun()
    {
        await LoseAsync();

        Assert.True(await Campaigns.ResolveAsync(Spring, CampaignMeta.Id(1), sentAs: default, Cancel));
        CampaignReport report = await RunAsync(3);

        Assert.Equal((3, 0), (report.Sent, report.Unknown));
        Assert.Equal(CampaignMeta.TextsOf(3), _meta.Texts);
    }

    [Fact]
    public async Task Resolve_UnknownThatWasSent_IsNotSentAgain()
    {
        await LoseAsync();

        Assert.True(await Campaigns.ResolveAsync(Spring, CampaignMeta.Id(1), "wamid.found", Cancel));
        Assert.False(await Campaigns.ResolveAsync(Spring, CampaignMeta.Id(2), "wamid.found", Cancel));
        CampaignReport report = await RunAsync(3);

        Assert.Equal((3, 0), (report.Sent, report.Unknown));
        Assert.Equal(["Hello 00000", "Hello 00002"], _meta.Texts);
    }

    [Fact]
    public async Task FindReport_NoSuchCampaign_IsNull()
    {
        Assert.Null(await Campaigns.FindReportAsync("none", Cancel));
        Assert.False(await Campaigns.PauseAsync("none", Cancel));
        Assert.Empty(await Campaigns.ListAsync("none", cancellationToken: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Delete_ACampaign_KeepsTheLedger()
    {
        await RunAsync(3);
        await Campaigns.DeleteAsync(Spring, Cancel);
        Assert.Null(await Campaigns.FindReportAsync(Spring, Cancel));

        CampaignReport report = await RunAsync(3);

        Assert.Equal(3, report.Sent);
        Assert.Equal(CampaignMeta.TextsOf(3), _meta.Texts);
    }

    [Fact]
    public async Task For_AnotherClient_HasCampaignsOfItsOwn()
    {
        using TestClient berlin = new(
            new Uri("https://graph.facebook.com/"), static options => options.PhoneNumberId = "7", new StubMeta(StubMeta.Ok()));
        await RunAsync(3);

        Campaigns campaigns = Campaigns.For(berlin.Client.Messages);
        Assert.Null(await campaigns.FindReportAsync(Spring, Cancel));
        Assert.Equal(2, (await campaigns.RunAsync(Spring, CampaignMeta.Messages(2), cancellationToken: Cancel)).Sent);
        Assert.Equal(3, (await Campaigns.FindReportAsync(Spring, Cancel))!.Sent);
    }

    [Fact]
    public void CampaignMessage_IdThatCannotBeStored_IsRefused() => Assert.All(
        ["", " ", "a\0b", "a\ud83c"],
        id => Assert.Throws<ArgumentException>(() => new CampaignMessage(id, TestClient.To, TestClient.Hello)));

    [Fact]
    public void CampaignMessage_IdThatIsTooLong_IsRefused()
    {
        Assert.Equal(
            CampaignMessage.MaxIdLength,
            new CampaignMessage(new string('i', CampaignMessage.MaxIdLength), TestClient.To, TestClient.Hello).Id.Length);
        Assert.Throws<ArgumentException>(
            () => new CampaignMessage(new string('i', CampaignMessage.MaxIdLength + 1), TestClient.To, TestClient.Hello));
    }

    [Fact]
    public async Task Run_MessageIsNull_IsRefusedAndAnotherRunSendsTheRest()
    {
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(
            () => Campaigns.RunAsync(Spring, CampaignMeta.Messages(2).Append(null!), cancellationToken: Cancel));
        CampaignReport report = await RunAsync(3);

        Assert.Equal("messages", refused.ParamName);
        Assert.Equal((CampaignState.Completed, 3), (report.State, report.Sent));
    }

    private static bool Is(string body, int number) => body.Contains($"Hello {CampaignMeta.Id(number)}\"", StringComparison.Ordinal);

    private Task<CampaignReport> RunAsync(int count, CampaignOptions? options = null) =>
        Campaigns.RunAsync(Spring, CampaignMeta.Messages(count), options, Cancel);

    // The answer to the second message is lost.
    private async Task LoseAsync()
    {
        _meta.Answer = static body => Is(body, 1) ? StubMeta.Error(131000, 500) : null;
        Assert.Equal((2, 1), (await RunAsync(3) is var report ? (report.Sent, report.Unknown) : default));
        _meta.Answer = static _ => null;
    }
}
