using System.Net;
using WhatsCommerce.Conversations;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Conversations;

/// <summary>Conversations that are passed, released and taken: once, whatever happens.</summary>
public class ConversationsClientTests
{
    private const string Customer = "+16505551234";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Actions => ["pass", "release", "take"];

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"messaging_product":"whatsapp"}"""));
        using TestClient client = new(Meta, handler: meta);
        ConversationsClient conversations = client.Client.Conversations;

        await conversations.PassAsync(Customer, cancellationToken: Token);
        await conversations.PassAsync(
            "US.13491208655302741918",
            new HandoverOptions { TargetRole = ConversationRole.AiAgent, Note = "Order 42 is settled." },
            Token);
        await conversations.ReleaseAsync(Customer, Token);
        await conversations.TakeAsync(Customer, new HandoverOptions { Note = "I know this customer." }, Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","request_id":"r1"}""")]
    [InlineData("""{"success":true}""")]
    public async Task PassAsync_Accepted_Returns(string answer)
    {
        using StubMeta meta = new(StubMeta.Ok(answer));
        using TestClient client = new(Meta, handler: meta);

        await client.Client.Conversations.PassAsync(Customer, cancellationToken: Token);

        Assert.Single(meta.Requests);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Action_BadGateway_IsUnknownAndNotRepeated(string action)
    {
        using StubMeta meta = new(StubMeta.Answer(HttpStatusCode.BadGateway, "{}"), StubMeta.Ok("""{"messaging_product":"whatsapp"}"""));
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Act(client, action));

        Assert.Single(meta.Requests);
        Assert.False(exception.IsRetrySafe);
        Assert.Contains("another owner", exception.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Action_ConnectionCut_IsUnknownAndNotRepeated(string action)
    {
        using StubMeta meta = new(StubMeta.Cut, StubMeta.Cut);
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Act(client, action));

        Assert.Single(meta.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"success":false}""")]
    [InlineData("<html>")]
    public async Task TakeAsync_SuccessThatSaysNothing_IsUnknown(string answer)
    {
        using StubMeta meta = new(StubMeta.Ok(answer));
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Client.Conversations.TakeAsync(Customer, cancellationToken: Token));
    }

    [Theory]
    [InlineData("""{"error":{"message":"take is not permitted","code":2494191}}""")]
    [InlineData("""{"error":{"message":"(#100) take is not permitted","code":100,"error_subcode":2494191}}""")]
    public async Task TakeAsync_NotTheEscalationPartner_IsAnErrorOfRoutingThatSaysWhoMay(string answer)
    {
        using StubMeta meta = new(StubMeta.Answer(HttpStatusCode.BadRequest, answer));
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        GraphException exception =
            await Assert.ThrowsAsync<GraphException>(() => client.Client.Conversations.TakeAsync(Customer, cancellationToken: Token));

        Assert.Equal((GraphErrorClass.Routing, false), (exception.ErrorClass, exception.IsRetrySafe));
        Assert.Contains("escalation partner", exception.Message, StringComparison.Ordinal);
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task PassAsync_RefusedWithTheNumber_HidesTheNumber()
    {
        using StubMeta meta = new(StubMeta.Answer(
            HttpStatusCode.BadRequest, """{"error":{"message":"(#100) no thread with +16505551234","code":100}}"""));
        using TestClient client = new(Meta, handler: meta);

        GraphInvalidRequestException exception = await Assert.ThrowsAsync<GraphInvalidRequestException>(
            () => client.Client.Conversations.PassAsync(Customer, cancellationToken: Token));

        Assert.DoesNotContain("6505551234", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "to", ViolationRule.Required)]
    [InlineData("call me", "to", ViolationRule.Format)]
    public async Task PassAsync_Nobody_IsAViolation(string customer, string path, ViolationRule rule)
    {
        Violation violation = await ViolationOf(conversations => conversations.PassAsync(customer, cancellationToken: Token));

        Assert.Equal((path, rule), (violation.Path, violation.Rule));
    }

    [Fact]
    public async Task ReleaseAsync_Group_IsAViolation()
    {
        Violation violation = await ViolationOf(conversations => conversations.ReleaseAsync(Recipient.Group("Y2Fw"), Token));

        Assert.Equal(("to", ViolationRule.NotAllowed), (violation.Path, violation.Rule));
    }

    [Fact]
    public async Task TakeAsync_TargetRole_IsAViolation()
    {
        Violation violation = await ViolationOf(
            conversations => conversations.TakeAsync(Customer, new HandoverOptions { TargetRole = "marketing" }, Token));

        Assert.Equal(("control_pass.target_role", ViolationRule.NotAllowed), (violation.Path, violation.Rule));
    }

    [Theory, InlineData(2000, 0), InlineData(2001, 1)]
    public async Task PassAsync_NoteAtTheLimitAndAbove_IsAViolationAbove(int length, int violations)
    {
        using StubMeta meta = new(StubMeta.Ok("""{"messaging_product":"whatsapp"}"""));
        using TestClient client = new(Meta, handler: meta);

        Exception? exception = await Record.ExceptionAsync(() => client.Client.Conversations.PassAsync(
            Customer, new HandoverOptions { Note = new string('x', length) }, Token));

        Assert.Equal(
            violations, exception is WhatsCommerceValidationException { Violations: [{ Path: "metadata", Limit: 2000 }] } ? 1 : 0);
        Assert.Equal(1 - violations, meta.Requests.Count);
    }

    [Fact]
    public void HandoverOptions_ToString_HidesTheNote() =>
        Assert.DoesNotContain("secret", new HandoverOptions { Note = "a secret" }.ToString(), StringComparison.Ordinal);

    private static Task Act(TestClient client, string action) => action switch
    {
        "pass" => client.Client.Conversations.PassAsync(Customer, cancellationToken: Token),
        "release" => client.Client.Conversations.ReleaseAsync(Customer, Token),
        _ => client.Client.Conversations.TakeAsync(Customer, cancellationToken: Token),
    };

    private static async Task<Violation> ViolationOf(Func<ConversationsClient, Task> act)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => act(client.Client.Conversations));

        Assert.Empty(meta.Requests);
        return Assert.Single(exception.Violations);
    }
}
