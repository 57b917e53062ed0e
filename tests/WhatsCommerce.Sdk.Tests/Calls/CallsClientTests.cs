using System.Net;
using WhatsCommerce.Calls;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Calls;

/// <summary>Calls: what is asked, how the answers are read, and that none is made twice.</summary>
public class CallsClientTests
{
    private const string Customer = "+16505551234";
    private const string Id = "wacid.HBgLMTIxODU1NTI4MjgVAgARGCAyODRQIAFRoA";
    private const string Sdp = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Actions => ["connect", "pre_accept", "accept", "reject", "terminate"];

    public static TheoryData<string, string> BadSdp => new()
    {
        { "blank", " " },
        { "no version", "o=- 1 2 IN IP4 127.0.0.1\r\nm=audio 9 RTP/AVP 0" },
        { "no media", "v=0\r\ns=-\r\n" },
        { "prose", "v=0\r\nm=audio 9 RTP/AVP 0\r\nhello" },
    };

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""{"messaging_product":"whatsapp","calls":[{"id":"wacid.1"}]}"""),
            StubMeta.Ok("""{"messaging_product":"whatsapp","calls":[{"id":"wacid.2"}]}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"permission":{"status":"permanent"}}"""),
            StubMeta.Ok("""{"permission":{"status":"permanent"}}"""),
            StubMeta.Ok("{}"),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);
        CallsClient calls = client.Client.Calls;

        Assert.Equal("wacid.1", (await calls.ConnectAsync(Customer, Sdp, "order-17", Token)).CallId);
        await calls.ConnectAsync("US.13491208655302741918", Sdp, cancellationToken: Token);
        await calls.PreAcceptAsync(Id, Sdp, Token);
        await calls.AcceptAsync(Id, Sdp, "order-17", Token);
        await calls.RejectAsync(Id, Token);
        await calls.TerminateAsync(Id, Token);
        await calls.GetPermissionAsync(Customer, Token);
        await calls.GetPermissionAsync("US.13491208655302741918", Token);
        await calls.GetSettingsAsync(Token);
        await calls.UpdateSettingsAsync(
            new()
            {
                IsEnabled = true,
                ShowsCallIcons = false,
                IconCountries = ["BR", "US"],
                RequestsCallbackPermission = true,
                Hours = new()
                {
                    TimeZoneId = "America/Manaus",
                    Weekly = [new(DayOfWeek.Monday, new(4, 0), new(10, 20)), new(DayOfWeek.Monday, new(10, 20), new(18, 0))],
                    Holidays = [new(new(2026, 1, 1), TimeOnly.MinValue, new(23, 59))],
                },
                AdditionalCodecs = ["PCMA"],
                UsesSip = true,
                SipServers = [new("sip.example.com", 5061), new("two.example.com")],
            },
            Token);
        await calls.UpdateSettingsAsync(new() { IsEnabled = false, IconCountries = [] }, Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task GetPermissionAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"messaging_product":"whatsapp","permission":{"status":"temporary","expiration_time":1745343479},"actions":[
             {"action_name":"send_call_permission_request","can_perform_action":true,"limits":[
              {"time_period":"PT24H","max_allowed":1,"current_usage":0},{"time_period":"P7D","max_allowed":2,"current_usage":1}]},
             {"action_name":"start_call","can_perform_action":false,"limits":[
              {"time_period":"PT24H","max_allowed":5,"current_usage":5,"limit_expiration_time":1745622600}]}]}
            """));
        using TestClient client = new(Meta, handler: meta);

        CallPermissionState state = await client.Client.Calls.GetPermissionAsync(Customer, Token);

        Assert.Equal(
            (CallPermissionStatus.Temporary, DateTimeOffset.FromUnixTimeSeconds(1745343479), true, false),
            (state.Status, state.ExpiresAt, state.CanRequestPermission, state.CanCall));
        Assert.Equal(
            [(TimeSpan.FromDays(1), 1, 0, null), (TimeSpan.FromDays(7), 2, 1, default(DateTimeOffset?))],
            state.Actions[0].Limits.Select(limit => (limit.Period!.Value, limit.Allowed!.Value, limit.Used!.Value, limit.ResetsAt)));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1745622600), Assert.Single(state.Actions[1].Limits).ResetsAt);
    }

    [Fact]
    public async Task GetPermissionAsync_ExamplesOfTheContract_AreRead()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""
                {"messaging_product":"whatsapp","permission":{"status":"granted","expiration_time":1735689600},"actions":[
                 {"action_name":"start_call","can_perform_action":true,"limits":[
                  {"time_period":"24h","current_usage":5,"max_allowed":100,"limit_expiration_time":1735689600}]},
                 {"action_name":"send_call_permission_request","can_perform_action":false,"limits":null}]}
                """),
            StubMeta.Ok("""
                {"messaging_product":"whatsapp","permission":{"status":"pending"},"actions":[
                 {"action_name":"start_call","can_perform_action":false},
                 {"action_name":"send_call_permission_request","can_perform_action":false}]}
                """));
        using TestClient client = new(Meta, handler: meta);

        CallPermissionState granted = await client.Client.Calls.GetPermissionAsync(Customer, Token);
        CallPermissionState pending = await client.Client.Calls.GetPermissionAsync(Customer, Token);

        Assert.Equal((CallPermissionStatus.Granted, true, false), (granted.Status, granted.CanCall, granted.CanRequestPermission));
        Assert.Equal(TimeSpan.FromDays(1), granted.Actions[0].Limits[0].Period);
        Assert.Equal((CallPermissionStatus.Pending, false, null), (pending.Status, pending.CanCall, pending.ExpiresAt));
    }

    [Fact]
    public async Task GetPermissionAsync_PeriodThatIsNone_IsNull()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"permission":{"status":"sometimes","expiration":"1745343479"},"actions":[{"action_name":"wave","can_perform_action":true,
             "limits":[{"time_period":"a while"}]}]}
            """));
        using TestClient client = new(Meta, handler: meta);

        CallPermissionState state = await client.Client.Calls.GetPermissionAsync(Customer, Token);

        Assert.Equal(("sometimes", false), (state.Status.Value, state.Status.IsKnown));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1745343479), state.ExpiresAt);
        Assert.Null(state.Actions[0].Limits[0].Period);
    }

    [Fact]
    public async Task GetSettingsAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"calling":{"status":"ENABLED","call_icon_visibility":"DEFAULT","call_icons":{"restrict_to_user_countries":["US","BR"]},
             "callback_permission_status":"DISABLED","call_hours":{"status":"ENABLED","timezone_id":"America/Manaus",
              "weekly_operating_hours":[{"day_of_week":"MONDAY","open_time":"0400","close_time":"1020"},{"day_of_week":"NODAY"}],
              "holiday_schedule":[{"date":"2026-01-01","start_time":"0000","end_time":"2359"}]},
             "sip":{"status":"DISABLED","servers":[{"hostname":"sip.example.com","port":5061,"app_id":"1"}]},
             "audio":{"additional_codecs":["PCMA","PCMU"]}},"storage_configuration":{"status":"DEFAULT"}}
            """));
        using TestClient client = new(Meta, handler: meta);

        CallingSettings settings = await client.Client.Calls.GetSettingsAsync(Token);

        Assert.Equal(
            (true, true, false, false),
            (settings.IsEnabled, settings.ShowsCallIcons, settings.RequestsCallbackPermission, settings.UsesSip));
        Assert.Equal(["US", "BR"], settings.IconCountries);
        Assert.Equal(["PCMA", "PCMU"], settings.AdditionalCodecs);
        Assert.Equal([new CallingSlot(DayOfWeek.Monday, new(4, 0), new(10, 20))], settings.Hours!.Weekly);
        Assert.Equal([new CallingHoliday(new(2026, 1, 1), TimeOnly.MinValue, new(23, 59))], settings.Hours.Holidays);
        Assert.Equal(("America/Manaus", true), (settings.Hours.TimeZoneId, settings.Hours.IsEnabled));
        Assert.Equal([new CallingSipServer("sip.example.com", 5061)], settings.SipServers);
    }

    [Fact]
    public async Task GetSettingsAsync_WordsOfTheContract_AreRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"calling":{"status":"enabled","call_icon_visibility":"hidden","ip_addresses":{"default":["157.240.0.1"]},
             "callback_permission_status":"enabled","video":{"status":"enabled"}}}
            """));
        using TestClient client = new(Meta, handler: meta);

        CallingSettings settings = await client.Client.Calls.GetSettingsAsync(Token);

        Assert.Equal((true, false, true), (settings.IsEnabled, settings.ShowsCallIcons, settings.RequestsCallbackPermission));
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Action_BadGateway_IsUnknownAndNotRepeated(string action)
    {
        using StubMeta meta = new(StubMeta.Answer(HttpStatusCode.BadGateway, "{}"), StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Act(client.Client.Calls, action));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task ConnectAsync_NotAllowedWithStatus401_IsAnErrorOfCallsAndHidesTheNumber()
    {
        using StubMeta meta = new(StubMeta.Answer(
            HttpStatusCode.Unauthorized,
            """{"error":{"message":"(#138006) No approved call permission from +16505551234","type":"OAuthException","code":138006}}"""));
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        GraphException exception = await Assert.ThrowsAsync<GraphException>(() => Act(client.Client.Calls, "connect"));

        Assert.Equal(
            (GraphErrorClass.Calling, GraphErrorCodes.CallPermissionMissing, false),
            (exception.ErrorClass, exception.Error!.Code, exception.IsRetrySafe));
        Assert.DoesNotContain("6505551234", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(meta.Requests);
    }

    [Theory, InlineData(""), InlineData("call me")]
    public async Task ConnectAsync_Nobody_IsAViolation(string customer) =>
        Assert.Equal("to", (await ViolationOf(calls => calls.ConnectAsync(customer, Sdp, cancellationToken: Token))).Path);

    [Fact]
    public async Task ConnectAsync_Group_IsAViolation() => Assert.Equal(
        ("to", ViolationRule.NotAllowed),
        Pair(await ViolationOf(calls => calls.ConnectAsync(Recipient.Group("Y2Fw"), Sdp, cancellationToken: Token))));

    [Theory, MemberData(nameof(BadSdp))]
    public async Task AcceptAsync_NoSessionDescription_IsAViolation(string what, string sdp) => Assert.True(
        (await ViolationOf(calls => calls.AcceptAsync(Id, sdp, cancellationToken: Token))).Path == "session.sdp", what);

    [Fact]
    public async Task TerminateAsync_BlankId_IsAViolation() =>
        Assert.Equal(("call_id", ViolationRule.Required), Pair(await ViolationOf(calls => calls.TerminateAsync(" ", Token))));

    [Theory, InlineData(512, false), InlineData(513, true)]
    public async Task ConnectAsync_CallbackDataAtTheLimitAndAbove_IsAViolationAbove(int length, bool isTooLong)
    {
        using StubMeta meta = new(StubMeta.Ok("""{"calls":[{"id":"wacid.1"}]}"""));
        using TestClient client = new(Meta, handler: meta);

        Exception? exception = await Record.ExceptionAsync(
            () => client.Client.Calls.ConnectAsync(Customer, Sdp, new string('x', length), Token));

        Assert.Equal(
            isTooLong,
            exception is WhatsCommerceValidationException { Violations: [{ Path: "biz_opaque_callback_data", Limit: 512 }] });
    }

    [Fact]
    public async Task UpdateSettingsAsync_EverythingWrongAtOnce_NamesEveryViolation()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        CallingSlot[] slots =
        [
            new(DayOfWeek.Monday, new(9, 0), new(12, 0)),
            new(DayOfWeek.Monday, new(11, 0), new(13, 0)),
            new(DayOfWeek.Monday, new(14, 0), new(13, 0)),
        ];

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Calls.UpdateSettingsAsync(
                new()
                {
                    IconCountries = ["Brazil"],
                    Hours = new() { Weekly = slots, Holidays = [.. Enumerable.Repeat(new CallingHoliday(default, default, default), 21)] },
                    AdditionalCodecs = ["OPUS"],
                    SipServers = [new("", 0)],
                },
                Token));

        Assert.Equal(
            [
                "calling.call_icons.restrict_to_user_countries[0]",
                "calling.call_hours.timezone_id",
                "calling.call_hours.weekly_operating_hours[1]",
                "calling.call_hours.weekly_operating_hours[2].close_time",
                "calling.call_hours.weekly_operating_hours[2]",
                "calling.call_hours.holiday_schedule",
                "calling.audio.additional_codecs[0]",
                "calling.sip.status",
                "calling.sip.servers[0].hostname",
                "calling.sip.servers[0].port",
            ],
            exception.Violations.Select(violation => violation.Path));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task UpdateSettingsAsync_Nothing_IsAViolation() => Assert.Equal(
        ("calling", ViolationRule.Required), Pair(await ViolationOf(calls => calls.UpdateSettingsAsync(new(), Token))));

    private static Task Act(CallsClient calls, string action) => action switch
    {
        "connect" => calls.ConnectAsync(Customer, Sdp, cancellationToken: Token),
        "pre_accept" => calls.PreAcceptAsync(Id, Sdp, Token),
        "accept" => calls.AcceptAsync(Id, Sdp, cancellationToken: Token),
        "reject" => calls.RejectAsync(Id, Token),
        _ => calls.TerminateAsync(Id, Token),
    };

    private static (string Path, ViolationRule Rule) Pair(Violation violation) => (violation.Path, violation.Rule);

    private static async Task<Violation> ViolationOf(Func<CallsClient, Task> act)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => act(client.Client.Calls));

        Assert.Empty(meta.Requests);
        return Assert.Single(exception.Violations);
    }
}
