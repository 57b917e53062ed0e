using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests.Calls;

/// <summary>Whether the business may call: requested, allowed, declined, revoked, and how often.</summary>
public sealed class CallPermissionTests
{
    [Fact]
    public async Task Permission_OfAStranger_IsNoneAndCanBeRequested()
    {
        await using CallStage calls = await CallStage.StartAsync();

        JsonElement found = await calls.PermissionAsync();

        Assert.Equal("no_permission", found.GetProperty("permission").GetProperty("status").GetString());
        Assert.False(found.GetProperty("permission").TryGetProperty("expiration_time", out _));
        JsonElement request = found.GetProperty("actions")[0];
        Assert.Equal("send_call_permission_request", request.GetProperty("action_name").GetString());
        Assert.True(request.GetProperty("can_perform_action").GetBoolean());
        Assert.Equal(["PT24H 0/1", "P7D 0/2"], Limits(request));
        Assert.False(found.GetProperty("actions")[1].GetProperty("can_perform_action").GetBoolean());
        Assert.Equal(["PT24H 0/100"], Limits(found.GetProperty("actions")[1]));
    }

    [Fact]
    public async Task Allow_ForSomeDays_IsToldAndHoldsForAWeek()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string request = await calls.RequestAsync();

        await calls.Customer.AllowCallsAsync(request, cancellationToken: Stage.Token);

        InteractiveReplyEvent told = calls.Events.OfType<InteractiveReplyEvent>().Single();
        Assert.Equal(request, told.RepliesTo.Value);
        CallPermissionReply reply = told.Reply.CallPermission!;
        Assert.Equal(
            (CallPermission.Accepted, false, calls.Time.Start.AddDays(7), "user_action"),
            (reply.Response, reply.IsPermanent, reply.ExpiresAt, reply.Source));
        JsonElement found = (await calls.PermissionAsync()).GetProperty("permission");
        Assert.Equal("temporary", found.GetProperty("status").GetString());
        Assert.Equal(calls.Time.Start.AddDays(7).ToUnixTimeSeconds(), found.GetProperty("expiration_time").GetInt64());
        calls.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(EmulatedCallPermission.None, calls.Customer.CallPermission);
        (await calls.ConnectAsync()).AssertRefused(138006, 401);
    }

    [Fact]
    public async Task Allow_Permanently_NeedsNoRequestAndForbidsAnother()
    {
        await using CallStage calls = await CallStage.StartAsync();

        await calls.Customer.AllowCallsAsync(isPermanent: true, cancellationToken: Stage.Token);

        InteractiveReplyEvent told = calls.Events.OfType<InteractiveReplyEvent>().Single();
        Assert.False(told.RepliesTo.HasValue);
        Assert.Equal((true, null), (told.Reply.CallPermission!.IsPermanent, told.Reply.CallPermission.ExpiresAt));
        calls.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal("permanent", (await calls.PermissionAsync()).GetProperty("permission").GetProperty("status").GetString());
        await calls.Customer.SendTextAsync("Hi", Stage.Token);
        (await calls.Stage.PostAsync(CallStage.Request)).AssertRefused(138017);
    }

    [Fact]
    public async Task Decline_Request_IsToldAndForbidsCalls()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string request = await calls.RequestAsync();

        await calls.Customer.DeclineCallsAsync(request, Stage.Token);

        InteractiveReplyEvent told = calls.Events.OfType<InteractiveReplyEvent>().Single();
        Assert.Equal((CallPermission.Rejected, request), (told.Reply.CallPermission!.Response, told.RepliesTo.Value));
        (await calls.ConnectAsync()).AssertRefused(138006, 401);
    }

    [Fact]
    public async Task Revoke_Permission_IsToldWithoutAContext()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(isPermanent: true, cancellationToken: Stage.Token);

        await calls.Customer.RevokeCallPermissionAsync(Stage.Token);

        InteractiveReplyEvent told = calls.Events.OfType<InteractiveReplyEvent>().Last();
        Assert.Equal((CallPermission.Rejected, false), (told.Reply.CallPermission!.Response, told.RepliesTo.HasValue));
        Assert.Equal(EmulatedCallPermission.None, calls.Customer.CallPermission);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.Customer.RevokeCallPermissionAsync(Stage.Token));
    }

    [Fact]
    public async Task Request_SecondWithinADayAndThirdWithinAWeek_Is138009()
    {
        await using CallStage calls = await CallStage.StartAsync();
        (await calls.Stage.PostAsync(CallStage.Request)).AssertAccepted();

        Answer second = await calls.Stage.PostAsync(CallStage.Request);
        second.AssertRefused(138009);
        Assert.Contains(
            calls.Time.Start.AddDays(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            second.Details,
            StringComparison.Ordinal);
        calls.Time.Advance(TimeSpan.FromDays(1));
        await calls.Customer.SendTextAsync("Hi", Stage.Token);
        (await calls.Stage.PostAsync(CallStage.Request)).AssertAccepted();
        calls.Time.Advance(TimeSpan.FromDays(1));
        await calls.Customer.SendTextAsync("Hi", Stage.Token);
        (await calls.Stage.PostAsync(CallStage.Request)).AssertRefused(138009);

        JsonElement action = (await calls.PermissionAsync()).GetProperty("actions")[0];
        Assert.False(action.GetProperty("can_perform_action").GetBoolean());
        Assert.Equal(["PT24H 0/1", "P7D 2/2"], Limits(action));
        Assert.Equal(
            calls.Time.Start.AddDays(7).ToUnixTimeSeconds(),
            action.GetProperty("limits")[1].GetProperty("limit_expiration_time").GetInt64());
    }

    [Fact]
    public async Task Request_AfterAnAnsweredCall_IsCountedAnew()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(await calls.RequestAsync(), cancellationToken: Stage.Token);

        await (await calls.RingAsync()).AnswerAsync(Stage.Token);

        (await calls.Stage.PostAsync(CallStage.Request)).AssertAccepted();
    }

    [Fact]
    public async Task Request_ByATemplate_CountsAndIsAnswered()
    {
        await using CallStage calls = await CallStage.StartAsync();
        calls.Cloud.Templates.Add("""
            {"name":"may_we_call","language":"en","category":"UTILITY","components":[
             {"type":"BODY","text":"We would like to call you to help support your order."},{"type":"call_permission_request"}]}
            """);
        const string template = """
            {"messaging_product":"whatsapp","to":"+16505551234","type":"template",
             "template":{"name":"may_we_call","language":{"code":"en"}}}
            """;
        calls.Customer.CloseWindow();

        string id = (await calls.Stage.PostAsync(template)).Id;
        (await calls.Stage.PostAsync(template)).AssertRefused(138009);
        await calls.Customer.AllowCallsAsync(id, cancellationToken: Stage.Token);

        Assert.Equal(EmulatedCallPermission.Temporary, calls.Customer.CallPermission);
    }

    [Fact]
    public async Task Allow_AMessageThatRequestsNothing_Throws()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string id = (await calls.Stage.PostTextAsync()).Id;

        await Assert.ThrowsAsync<ArgumentException>(() => calls.Customer.AllowCallsAsync(id, cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task Allow_ARequestOfAWeekAgo_Throws()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string id = await calls.RequestAsync();
        calls.Time.Advance(TimeSpan.FromDays(7));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => calls.Customer.AllowCallsAsync(id, cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task Allow_AfterANewerRequestWasAnswered_Throws()
    {
        await using CallStage calls = await CallStage.StartAsync();
        string older = await calls.RequestAsync();
        calls.Time.Advance(TimeSpan.FromDays(1));
        await calls.Customer.SendTextAsync("Hi", Stage.Token);
        await calls.Customer.DeclineCallsAsync(await calls.RequestAsync(), Stage.Token);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => calls.Customer.AllowCallsAsync(older, cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task Request_WithoutABody_IsTaken()
    {
        await using CallStage calls = await CallStage.StartAsync();

        (await calls.Stage.PostAsync(Wire.Interactive(
            """{"type":"call_permission_request","action":{"name":"call_permission_request"}}"""))).AssertAccepted();
    }

    [Fact]
    public async Task Read_ByUserId_IsThatOfTheCustomer()
    {
        await using CallStage calls = await CallStage.StartAsync();
        await calls.Customer.AllowCallsAsync(isPermanent: true, cancellationToken: Stage.Token);

        Answer found = await calls.Stage.GetAsync($"{calls.Number}/call_permissions?recipient={calls.Customer.UserId}");

        Assert.Equal("permanent", found.Json.GetProperty("permission").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Read_WithoutACustomer_IsRefused()
    {
        await using CallStage calls = await CallStage.StartAsync();

        (await calls.Stage.GetAsync($"{calls.Number}/call_permissions")).AssertRefused(100);
        (await calls.Stage.GetAsync($"{calls.Number}/call_permissions?user_wa_id=pablo")).AssertRefused(131009);
    }

    [Fact]
    public async Task Read_MoreThanAHundredTimesASecond_Is613()
    {
        await using CallStage calls = await CallStage.StartAsync();
        for (int i = 0; i < 100; i++)
        {
            await calls.PermissionAsync();
        }

        (await calls.Stage.GetAsync($"{calls.Number}/call_permissions?user_wa_id=16505551234")).AssertRefused(613, 429);
        calls.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await calls.PermissionAsync()).TryGetProperty("permission", out _));
    }

    [Fact]
    public async Task Restart_KeepsThePermissionAndTheLimits()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");
        await using (CallStage calls = await CallStage.StartAsync(options => options.StateFolder = folder))
        {
            await calls.Customer.AllowCallsAsync(await calls.RequestAsync(), cancellationToken: Stage.Token);
        }

        await using CallStage again = await CallStage.StartAsync(options => options.StateFolder = folder);

        Assert.Equal(
            (EmulatedCallPermission.Temporary, again.Time.Start.AddDays(7)),
            (again.Customer.CallPermission, again.Customer.CallPermissionExpiresAt));
        (await again.Stage.PostAsync(CallStage.Request)).AssertRefused(138009);
    }

    private static string[] Limits(JsonElement action) =>
    [
        .. action.GetProperty("limits").EnumerateArray().Select(limit =>
            $"{limit.GetProperty("time_period")} {limit.GetProperty("current_usage")}/{limit.GetProperty("max_allowed")}"),
    ];
}
