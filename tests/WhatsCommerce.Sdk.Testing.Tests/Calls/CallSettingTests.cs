using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests.Calls;

/// <summary>The call settings of a number: judged, kept, told, and in force.</summary>
public sealed class CallSettingTests
{
    private const string Slot = """{"day_of_week":"MONDAY","open_time":"0400","close_time":"1020"}""";

    public static TheoryData<string> Wrong =>
    [
        """{"status":"ON"}""",
        """{"call_icon_visibility":"SOMEWHERE"}""",
        """{"callback_permission_status":true}""",
        """{"call_icons":{"restrict_to_user_countries":["Brazil"]}}""",
        """{"audio":{"additional_codecs":["OPUS"]}}""",
        """{"sip":{"status":"ENABLED","servers":[{"port":5061}]}}""",
        $$"""{"call_hours":{"timezone_id":"America/Manaus","weekly_operating_hours":[{{Slot}}]} }""",
        $$"""{"call_hours":{"status":"ENABLED","weekly_operating_hours":[{{Slot}}]} }""",
        Hours(""),
        Hours("""{"day_of_week":"SOMEDAY","open_time":"0400","close_time":"1020"}"""),
        Hours("""{"day_of_week":"MONDAY","open_time":"4:00","close_time":"1020"}"""),
        Hours("""{"day_of_week":"MONDAY","open_time":"1020","close_time":"0400"}"""),
        Hours(Slot + ""","""  + """{"day_of_week":"MONDAY","open_time":"1000","close_time":"1200"}"""),
        Hours(string.Join(
            ',', Enumerable.Range(1, 3).Select(i => $$"""{"day_of_week":"MONDAY","open_time":"0{{i}}00","close_time":"0{{i}}30"}"""))),
        Hours(Slot, """{"date":"tomorrow","start_time":"0000","end_time":"2359"}"""),
        Hours(Slot, string.Join(',', Enumerable.Repeat("""{"date":"2026-01-01","start_time":"0000","end_time":"2359"}""", 21))),
    ];

    [Theory, MemberData(nameof(Wrong))]
    public async Task Change_Wrong_IsRefused(string calling)
    {
        await using CallStage calls = await CallStage.StartAsync();

        (await ChangeAsync(calls, calling)).AssertRefused(100);
    }

    [Fact]
    public async Task Change_OfOneMember_KeepsTheOthersAndIsTold()
    {
        await using CallStage calls = await CallStage.StartAsync();

        (await ChangeAsync(calls, Hours(Slot, """{"date":"2026-01-01","start_time":"0000","end_time":"2359"}"""))).AssertAccepted();
        (await ChangeAsync(calls, """{"callback_permission_status":"enabled"}""")).AssertAccepted();
        await calls.Cloud.WhenDeliveredAsync(Stage.Token);

        JsonElement settings = (await calls.Stage.GetAsync($"{calls.Number}/settings")).Json;
        JsonElement calling = settings.GetProperty("calling");
        Assert.Equal(
            ("ENABLED", "DEFAULT", "enabled"),
            (Text(calling, "status"), Text(calling, "call_icon_visibility"), Text(calling, "callback_permission_status")));
        Assert.Equal("America/Manaus", Text(calling.GetProperty("call_hours"), "timezone_id"));
        Assert.Equal("DEFAULT", Text(settings.GetProperty("storage_configuration"), "status"));
        AccountSettingsEvent told = calls.Events.OfType<AccountSettingsEvent>().Last();
        Assert.Equal("America/Manaus", told.Calling!.TimeZoneId);
        Assert.Equal("0400", Assert.Single(told.Calling.WeeklyHours).OpenTime);
    }

    [Fact]
    public async Task Disabled_Number_HasNoCalls()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        (await ChangeAsync(calls, """{"status":"DISABLED"}""")).AssertAccepted();

        Assert.False(calls.Cloud.Number.IsCallingEnabled);
        (await calls.ConnectAsync()).AssertRefused(138000, 401);
        (await calls.Stage.PostAsync(CallStage.Request)).AssertRefused(138000, 401);
        (await calls.Stage.GetAsync($"{calls.Number}/call_permissions?user_wa_id=16505551234")).AssertRefused(138000, 401);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.CallAsync(cancellationToken: Stage.Token));
        calls.Cloud.Number.IsCallingEnabled = true;
        (await calls.ConnectAsync()).AssertAccepted();
    }

    [Fact]
    public async Task Sip_Number_TakesNoCallsByTheApi()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(cancellationToken: Stage.Token);
        (await ChangeAsync(calls, """{"sip":{"status":"ENABLED","servers":[{"hostname":"sip.example.com","port":5061}]}}"""))
            .AssertAccepted();

        (await calls.ConnectAsync()).AssertRefused(131055);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.CallAsync(cancellationToken: Stage.Token));
    }

    private static string Hours(string slots, string? holidays = null) =>
        $$"""
        {"call_hours":{"status":"ENABLED","timezone_id":"America/Manaus","weekly_operating_hours":[{{slots}}]
         {{(holidays is null ? "" : $",\"holiday_schedule\":[{holidays}]")}} } }
        """;

    private static Task<Answer> ChangeAsync(CallStage calls, string calling) =>
        calls.Stage.PostJsonAsync($"{calls.Number}/settings", $$"""{"calling":{{calling}}}""");

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
