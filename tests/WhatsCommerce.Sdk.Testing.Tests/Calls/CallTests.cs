using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests.Calls;

/// <summary>Calls of both sides, from the first ring to the last webhook.</summary>
public sealed class CallTests
{
    private const string Session = $$""" "session":{"sdp_type":"offer","sdp":"{{CallStage.Sdp}}"} """;

    public static TheoryData<string, int> Wrong => new()
    {
        { $$"""{"to":"+16505551234","action":"connect",{{Session}}}""", 100 },
        { $$"""{"messaging_product":"whatsapp","to":"+16505551234",{{Session}}}""", 100 },
        { $$"""{"messaging_product":"whatsapp","to":"+16505551234","action":"hold",{{Session}}}""", 100 },
        { $$"""{"messaging_product":"whatsapp","action":"connect",{{Session}}}""", 100 },
        { $$"""{"messaging_product":"whatsapp","to":"nobody","action":"connect",{{Session}}}""", 131009 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"connect"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"connect","session":"v=0"}""", 100 },
        { Connect(CallStage.Sdp, type: "answer"), 100 },
        { Connect("hello"), 100 },
        { Connect(@"v=0\r\ns=-\r\n"), 100 },
        { Connect(@"v=0\r\no=-\r\ns=-\r\nt=0 0\r\nm=video 9 RTP/AVP 1"), 100 },
        { Connect(CallStage.Sdp, more: $$""","biz_opaque_callback_data":"{{new string('x', 513)}}" """), 100 },
        { $$"""{"messaging_product":"whatsapp","recipient_type":"group","to":"g1","action":"connect",{{Session}}}""", 100 },
        { """{"messaging_product":"whatsapp","action":"terminate"}""", 100 },
        { """{"messaging_product":"whatsapp","call_id":"wacid.none","action":"terminate"}""", 100 },
        { """{"messaging_product":"whatsapp","call_id":"wacid.none","action":"pre_accept"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"reject"}""", 100 },
        { $$"""{"messaging_product":"whatsapp","to":"+16505551234","action":"connect",{{Session}}}""", 138006 },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Calls_WrongRequest_IsRefused(string body, int code)
    {
        await using CallStage calls = await CallStage.StartAsync();

        Answer answer = await calls.CallsAsync(body);

        answer.AssertRefused(code, code == 138006 ? 401 : 400);
        Assert.Empty(calls.Calls);
    }

    [Fact]
    public async Task Connect_ToWhoAllowsIt_RingsAndIsAnsweredAndEnds()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);

        Answer answer = await calls.ConnectAsync(""","biz_opaque_callback_data":"order-17" """);
        EmulatedCall call = await calls.Customer.NextCallAsync(cancellationToken: Stage.Token);
        await call.AnswerAsync(Stage.Token);
        calls.Time.Advance(TimeSpan.FromSeconds(75));
        await call.HangUpAsync(Stage.Token);

        Assert.Equal(answer.Json.GetProperty("calls")[0].GetProperty("id").GetString(), call.Id);
        Assert.StartsWith("wacid.", call.Id, StringComparison.Ordinal);
        Assert.Equal(["call ringing", "call connect", "call accepted", "call terminate"], calls.Calls);
        CallStatusEvent[] statuses = [.. calls.Events.OfType<CallStatusEvent>()];
        Assert.Equal([CallStatus.Ringing, CallStatus.Accepted], statuses.Select(status => status.Status));
        Assert.All(
            statuses,
            status => Assert.Equal((call.Id, "order-17", "16505551234"), (status.CallId, status.CallbackData, status.RecipientId)));
        CallEvent[] events = [.. calls.Events.OfType<CallEvent>()];
        Assert.Equal(
            (CallEventKind.Connect, CallDirection.BusinessInitiated, "answer", call.Sdp),
            (events[0].Kind, events[0].Direction, events[0].SdpType, events[0].Sdp));
        Assert.Equal(("15550783881", "16505551234"), (events[0].From, events[0].To));
        Assert.Equal(
            (CallEventKind.Terminate, CallStatus.Completed, TimeSpan.FromSeconds(75), "order-17"),
            (events[1].Kind, events[1].Status, events[1].Duration, events[1].CallbackData));
        Assert.Equal((calls.Time.Start, calls.Time.Start.AddSeconds(75)), (events[1].StartedAt, events[1].EndedAt));
        Assert.Equal("Voice call, 1:15", calls.Customer.Chat[^1].Text);
        Assert.Null(calls.Customer.Call);
    }

    [Fact]
    public async Task Connect_WhileACallIsUnderWay_Is138003()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        await calls.RingAsync();

        (await calls.ConnectAsync()).AssertRefused(138003);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.CallAsync(cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task Connect_ToAnAppThatIsTooOld_Is138001()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        calls.Customer.App = CustomerApp.Android("2.20.1");

        (await calls.ConnectAsync()).AssertRefused(138001);
    }

    [Fact]
    public async Task Connect_AfterAHundredAnsweredCalls_Is138012UntilTheDayIsOver()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(isPermanent: true, cancellationToken: Stage.Token);
        for (int i = 0; i < 100; i++)
        {
            EmulatedCall call = await calls.RingAsync();
            await call.AnswerAsync(Stage.Token);
            await call.HangUpAsync(Stage.Token);
        }

        (await calls.ConnectAsync()).AssertRefused(138012);
        calls.Time.Advance(TimeSpan.FromDays(1));
        (await calls.ConnectAsync()).AssertAccepted();
    }

    [Fact]
    public async Task Decline_CallOfTheBusiness_IsToldAsRejectedAndOver()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        EmulatedCall call = await calls.RingAsync();

        await call.DeclineAsync(Stage.Token);

        Assert.Equal(["call ringing", "call rejected", "call terminate"], calls.Calls);
        CallEvent over = calls.Events.OfType<CallEvent>().Single();
        Assert.Equal((CallStatus.Completed, null, null), (over.Status, over.StartedAt, over.Duration));
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.AnswerAsync(Stage.Token));
    }

    [Fact]
    public async Task Ringing_LongerThanAMinute_EndsByItself()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        EmulatedCall call = await calls.RingAsync();

        calls.Time.Advance(TimeSpan.FromSeconds(61));
        await WhatsCommerce.Tests.Patiently.Until(() => calls.Calls is [.., "call terminate"]);

        Assert.Equal((EmulatedCallState.Ended, null), (call.State, call.AnsweredAt));
        Assert.Equal("Missed voice call", calls.Customer.Chat[^1].Text);
    }

    [Fact]
    public async Task Unanswered_TwiceAndFourTimes_RemindsAndRevokes()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(isPermanent: true, cancellationToken: Stage.Token);

        await (await calls.RingAsync()).MissAsync(Stage.Token);
        await (await calls.RingAsync()).DeclineAsync(Stage.Token);
        Assert.Contains("two calls", calls.Customer.Chat[^1].Text, StringComparison.Ordinal);
        await (await calls.RingAsync()).MissAsync(Stage.Token);
        Assert.Equal(EmulatedCallPermission.Permanent, calls.Customer.CallPermission);
        await (await calls.RingAsync()).MissAsync(Stage.Token);

        InteractiveReplyEvent revoked = calls.Events.OfType<InteractiveReplyEvent>().Last();
        Assert.Equal(
            (CallPermission.Rejected, "automatic", false),
            (revoked.Reply.CallPermission!.Response, revoked.Reply.CallPermission.Source, revoked.RepliesTo.HasValue));
        Assert.Equal(EmulatedCallPermission.None, calls.Customer.CallPermission);
        (await calls.ConnectAsync()).AssertRefused(138006, 401);
    }

    [Fact]
    public async Task Terminate_ByTheBusiness_IsAnsweredBeforeItsWebhook()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        EmulatedCall call = await calls.RingAsync();
        await call.AnswerAsync(Stage.Token);

        Answer answer = await calls.ActAsync("terminate", call);
        await calls.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.True(answer.Json.GetProperty("success").GetBoolean());
        Assert.Equal("call terminate", calls.Calls[^1]);
        (await calls.ActAsync("terminate", call)).AssertRefused(100);
    }

    [Fact]
    public async Task CallOfTheCustomer_PreAcceptedAndAccepted_IsConnectedUntilOneHangsUp()
    {
        await using CallStage calls = await CallStage.StartAsync();
        calls.Customer.CloseWindow();

        EmulatedCall call = await calls.Customer.CallAsync(linkPayload: "from-the-site", cancellationToken: Stage.Token);
        (await calls.ActAsync("pre_accept", call, withSdp: true)).AssertAccepted();
        Assert.Equal(EmulatedCallState.Ringing, call.State);
        (await calls.ActAsync("accept", call, withSdp: true, sdp: CallStage.Sdp + @"a=other\r\n")).AssertRefused(100);
        (await calls.ActAsync("accept", call, withSdp: true)).AssertAccepted();
        calls.Time.Advance(TimeSpan.FromSeconds(10));
        await call.HangUpAsync(Stage.Token);

        Assert.Equal(["call connect", "call terminate"], calls.Calls);
        CallEvent[] events = [.. calls.Events.OfType<CallEvent>()];
        Assert.Equal(
            (CallDirection.UserInitiated, "offer", call.Sdp, "from-the-site"),
            (events[0].Direction, events[0].SdpType, events[0].Sdp, events[0].DeeplinkPayload));
        Assert.Equal(("16505551234", "15550783881"), (events[0].From, events[0].To));
        Assert.Equal("Pablo", events[0].Customer!.ProfileName);
        Assert.Equal(TimeSpan.FromSeconds(10), events[1].Duration);
        Assert.Equal(CallStage.Sdp.Replace(@"\r\n", "\r\n", StringComparison.Ordinal), call.BusinessSdp);
        Assert.True(calls.Customer.IsInsideWindow);
        (await calls.ActAsync("accept", call, withSdp: true)).AssertRefused(100);
    }

    [Fact]
    public async Task CallOfTheCustomer_AcceptedWithoutADescription_IsRefusedUnlessPreAccepted()
    {
        await using CallStage calls = await CallStage.StartAsync();
        EmulatedCall call = await calls.Customer.CallAsync(cancellationToken: Stage.Token);

        (await calls.ActAsync("accept", call)).AssertRefused(100);
        (await calls.ActAsync("pre_accept", call, withSdp: true)).AssertAccepted();
        (await calls.ActAsync("accept", call)).AssertAccepted();

        Assert.Equal(EmulatedCallState.Connected, call.State);
    }

    [Fact]
    public async Task CallOfTheCustomer_Rejected_IsOver()
    {
        await using CallStage calls = await CallStage.StartAsync();
        EmulatedCall call = await calls.Customer.CallAsync(cancellationToken: Stage.Token);

        (await calls.ActAsync("reject", call)).AssertAccepted();
        await calls.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal((EmulatedCallState.Ended, "call terminate"), (call.State, calls.Calls[^1]));
        Assert.Equal("Voice call, no answer", calls.Customer.Chat[^1].Text);
    }

    [Fact]
    public async Task CallOfTheCustomer_NamedByItsNumberAsTheContractDoes_IsAcceptedAndRejected()
    {
        await using CallStage calls = await CallStage.StartAsync();
        EmulatedCall first = await calls.Customer.CallAsync(cancellationToken: Stage.Token);
        (await calls.CallsAsync($$"""
            {"messaging_product":"whatsapp","to":"16505551234","action":"accept","session":{"sdp_type":"answer","sdp":"{{CallStage.Sdp}}"} }
            """)).AssertAccepted();
        await first.HangUpAsync(Stage.Token);

        EmulatedCall second = await calls.Customer.CallAsync(cancellationToken: Stage.Token);
        (await calls.CallsAsync("""{"messaging_product":"whatsapp","to":"16505551234","action":"reject"}""")).AssertAccepted();

        Assert.Equal((EmulatedCallState.Ended, EmulatedCallState.Ended), (first.State, second.State));
    }

    [Fact]
    public async Task CallOfTheCustomer_WhereCallbacksAreAllowed_LetsTheBusinessCallBack()
    {
        await using CallStage calls = await CallStage.StartAsync();
        (await calls.Stage.PostJsonAsync($"{calls.Number}/settings", """{"calling":{"callback_permission_status":"ENABLED"}}"""))
            .AssertAccepted();
        EmulatedCall call = await calls.Customer.CallAsync(cancellationToken: Stage.Token);

        await call.MissAsync(Stage.Token);

        InteractiveReplyEvent told = calls.Events.OfType<InteractiveReplyEvent>().Single();
        Assert.Equal(
            (CallPermission.Accepted, false, "automatic", call.Id),
            (
                told.Reply.CallPermission!.Response,
                told.Reply.CallPermission.IsPermanent,
                told.Reply.CallPermission.Source,
                told.RepliesTo.Value));
        (await calls.ConnectAsync()).AssertAccepted();
    }

    [Fact]
    public async Task CallOfTheCustomer_ByAButton_CarriesItsPayload()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string id = (await calls.Stage.PostAsync(Wire.Interactive("""
            {"type":"voice_call","body":{"text":"Call us"},"action":{"name":"voice_call",
             "parameters":{"display_text":"Call","ttl_minutes":60,"payload":"spring-sale"}}}
            """))).Id;

        EmulatedCall call = await calls.Customer.CallAsync(id, cancellationToken: Stage.Token);
        await call.HangUpAsync(Stage.Token);

        Assert.All(calls.Events.OfType<CallEvent>(), told => Assert.Equal("spring-sale", told.CtaPayload));
        calls.Time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.CallAsync(id, cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task CallOfTheCustomer_WhoHidesTheNumber_IsKnownByUserId()
    {
        await using CallStage calls = await CallStage.StartAsync();
        calls.Customer.HidesPhoneNumber = true;

        await (await calls.Customer.CallAsync(cancellationToken: Stage.Token)).HangUpAsync(Stage.Token);

        Assert.All(
            calls.Events.OfType<CallEvent>(),
            told => Assert.Equal((null, calls.Customer.UserId), (told.From, told.Customer!.UserId)));
    }

    [Fact]
    public async Task CallOfTheCustomer_WhomTheBusinessBlocked_Throws()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.SendTextAsync("Hi", Stage.Token);
        (await calls.Stage.PostJsonAsync(
            $"{calls.Number}/block_users", """{"messaging_product":"whatsapp","block_users":[{"user":"16505551234"}]}""")).AssertAccepted();

        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.CallAsync(cancellationToken: Stage.Token));
    }

    private static string Connect(string sdp, string type = "offer", string more = "") => $$"""
        {"messaging_product":"whatsapp","to":"+16505551234","action":"connect","session":{"sdp_type":"{{type}}","sdp":"{{sdp}}"}{{more}} }
        """;
}
