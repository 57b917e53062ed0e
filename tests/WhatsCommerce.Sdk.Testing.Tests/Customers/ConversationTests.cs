using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Who answers in a conversation: <c>thread_control</c>, standby and handovers.</summary>
public sealed class ConversationTests
{
    private const string Number = "+16505551234";

    public static TheoryData<string, int> Wrong => new()
    {
        { """{"to":"+16505551234","action":"take"}""", 100 },
        { """{"messaging_product":"whatsapp","action":"take"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"steal"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"pass"}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"pass","control_pass":{"target_role":"boss"}}""", 100 },
        { """{"messaging_product":"whatsapp","to":"+16505551234","action":"release","metadata":{}}""", 100 },
        { """{"messaging_product":"whatsapp","recipient_type":"group","to":"g1","action":"release"}""", 100 },
        { $$"""{"messaging_product":"whatsapp","to":"+16505551234","action":"release","metadata":"{{new string('x', 2001)}}"}""", 100 },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Control_WrongRequest_IsRefused(string body, int code)
    {
        await using Stage stage = await Stage.StartAsync();

        (await ControlAsync(stage, body)).AssertRefused(code);
    }

    [Fact]
    public async Task Control_MetadataAtTheLimit_IsTaken()
    {
        await using Stage stage = await Stage.StartAsync();

        (await ControlAsync(
            stage,
            $$"""{"messaging_product":"whatsapp","to":"{{Number}}","action":"RELEASE","metadata":"{{new string('x', 2000)}}"}"""))
            .AssertAccepted();
    }

    [Fact]
    public async Task Pass_ToAnother_TurnsMessagesIntoStandbyAndRefusesAnswers()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Number);
        await pablo.SendTextAsync("Hi", Stage.Token);

        (await ControlAsync(stage, Pass("escalation"))).AssertAccepted();
        await pablo.SendTextAsync("Are you there?", Stage.Token);

        Assert.Equal("escalation", pablo.ConversationOwner);
        Assert.Equal(["message text", "standby text"], stage.Told);
        StandbyEvent standby = Assert.IsType<StandbyEvent>(Assert.Single(Events(stage, 1)));
        Assert.Equal("Are you there?", Assert.IsType<TextEvent>(standby.Observed).Text);
        (await stage.PostTextAsync()).AssertRefused(2494191);
        (await ControlAsync(stage, Pass("marketing"))).AssertRefused(2494191);
        (await ControlAsync(stage, Act("release"))).AssertRefused(2494191);
        (await ControlAsync(stage, Act("take"))).AssertRefused(10, 403);
        Assert.Equal("escalation", pablo.ConversationOwner);
    }

    [Fact]
    public async Task Pass_ToAnother_StillTakesTemplates()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Customer(Number);
        (await ControlAsync(stage, Pass("ai_agent"))).AssertAccepted();

        (await stage.PostAsync(
            """{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"hello","language":"""
                + """{"code":"en_US"}}}"""))
            .AssertAccepted();
    }

    [Fact]
    public async Task Release_ThenTheCustomerWrites_IsTheAppsAgainWithoutAHandover()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Number);

        (await ControlAsync(stage, Act("release"))).AssertAccepted();
        Assert.Null(pablo.ConversationOwner);
        (await ControlAsync(stage, Act("release"))).AssertRefused(2494191);
        await pablo.SendTextAsync("Hi", Stage.Token);

        Assert.Equal("customer_service", pablo.ConversationOwner);
        Assert.Equal(["message text"], stage.Told);
    }

    [Fact]
    public async Task PassToApp_OfAnother_IsAHandoverAndTheAppMayAnswer()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Number);
        (await ControlAsync(stage, Pass("ai_agent"))).AssertAccepted();

        await pablo.PassConversationToAppAsync("Wants a person", Stage.Token);

        HandoverEvent handover = Assert.IsType<HandoverEvent>(Assert.Single(Events(stage, 0)));
        Assert.Equal(
            (HandoverKind.ControlPassed, ConversationRole.AiAgent, ConversationRole.CustomerService, "Wants a person"),
            (handover.Kind, handover.PreviousOwner, handover.NewOwner, handover.Note));
        Assert.Equal("16505551234", handover.Customer!.WaId);
        (await stage.PostTextAsync()).AssertAccepted();
        await pablo.PassConversationToAppAsync(cancellationToken: Stage.Token);
        Assert.Single(stage.Told, subject => subject.StartsWith("handover", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakeFromApp_IsAHandoverAndTheAppOnlyWatches()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Number);

        await pablo.TakeConversationFromAppAsync(cancellationToken: Stage.Token);

        HandoverEvent handover = Assert.IsType<HandoverEvent>(Assert.Single(Events(stage, 0)));
        Assert.Equal((HandoverKind.ControlTaken, ConversationRole.Escalation), (handover.Kind, handover.NewOwner));
        (await stage.PostTextAsync()).AssertRefused(2494191);
        await Assert.ThrowsAsync<ArgumentException>(() => pablo.TakeConversationFromAppAsync("boss", cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task Escalation_TakesByTheCallAndByWriting()
    {
        await using Stage stage = await Stage.StartAsync(new() { ConversationRole = "escalation" });
        EmulatedCustomer pablo = stage.Cloud.Customer(Number);

        (await ControlAsync(stage, Pass("ai_agent"))).AssertAccepted();
        (await ControlAsync(stage, Act("take"))).AssertAccepted();
        Assert.Equal("escalation", pablo.ConversationOwner);
        (await ControlAsync(stage, Pass("ai_agent"))).AssertAccepted();
        (await stage.PostTextAsync()).AssertAccepted();

        Assert.Equal("escalation", pablo.ConversationOwner);
    }

    [Fact]
    public async Task Restart_KeepsWhoAnswers()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");
        await using (Stage stage = await Stage.StartAsync(new() { StateFolder = folder }))
        {
            stage.Cloud.Customer(Number);
            stage.Cloud.Customer("+16505550002");
            (await ControlAsync(stage, Pass("ai_agent"))).AssertAccepted();
            (await ControlAsync(stage, Act("release", "+16505550002"))).AssertAccepted();
        }

        await using Stage again = await Stage.StartAsync(new() { StateFolder = folder });

        Assert.Equal("ai_agent", again.Cloud.Customer(Number).ConversationOwner);
        Assert.Null(again.Cloud.Customer("+16505550002").ConversationOwner);
        Assert.Equal("customer_service", again.Cloud.Customer("+16505550003").ConversationOwner);
    }

    private static string Pass(string role) =>
        $$"""{"messaging_product":"whatsapp","to":"{{Number}}","action":"pass","control_pass":{"target_role":"{{role}}"} }""";

    private static string Act(string action, string to = Number) =>
        $$"""{"messaging_product":"whatsapp","to":"{{to}}","action":"{{action}}"}""";

    private static Task<Answer> ControlAsync(Stage stage, string body) =>
        stage.PostJsonAsync($"{stage.Cloud.Options.PhoneNumberId}/thread_control", body);

    private static IReadOnlyList<WebhookEvent> Events(Stage stage, int delivery) =>
        WebhookParser.Parse(stage.Cloud.Deliveries[delivery].Body).Events;
}
