using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>What customers press, choose and fill in.</summary>
public sealed class InteractiveReplyEventTests
{
    [Theory]
    [InlineData("""{"button":{"payload":"stop-71","text":"Stop"}}""", "button", "stop-71", "Stop", null)]
    [InlineData("""{"button":{"payload":"Stop","text":"Stop"}}""", "button", "Stop", "Stop", null)]
    [InlineData(
        """{"interactive":{"type":"button_reply","button_reply":{"id":"cancel","title":"Cancel"}}}""",
        "button_reply",
        "cancel",
        "Cancel",
        null)]
    [InlineData(
        """{"interactive":{"list_reply":{"id":7,"title":"Express","description":"Tomorrow"}}}""", "list_reply", "7", "Express", "Tomorrow")]
    public void Parse_Choice_HasItsIdAndWhatTheCustomerSaw(string payload, string kind, string id, string title, string? description)
    {
        InteractiveReply reply = Parse(payload);

        Assert.Equal((kind, id, title, description), (reply.Kind.Value, reply.Id, reply.Title, reply.Description));
        Assert.True(reply.Kind.IsKnown);
        Assert.Empty(reply.AdditionalProperties);
    }

    [Fact]
    public void Parse_Form_GivesItsAnswersAsData()
    {
        InteractiveReply reply =
            Parse(
                """{"interactive":{"type":"nfm_reply","nfm_reply":"""
                    + """{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"t-71\",\"seats\":4}"}}}""");

        Assert.Equal(ReplyKind.Form, reply.Kind);
        Assert.Equal(("flow", "Sent"), (reply.Form!.Name, reply.Form.Body));
        Assert.True(reply.Form.TryGetData(out JsonElement? data));
        Assert.Equal(("t-71", 4), (data.Value.GetProperty("flow_token").GetString(), data.Value.GetProperty("seats").GetInt32()));
    }

    [Fact]
    public void Parse_FormWhoseAnswersAreNoString_GivesThemTheSame()
    {
        FormReply form = Parse("""{"interactive":{"nfm_reply":{"response_json":{"seats":4}}}}""").Form!;

        Assert.Equal("""{"seats":4}""", form.ResponseJson);
        Assert.True(form.TryGetData(out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{\"a\":")]
    [InlineData("[1]")]
    public void TryGetData_OfAnythingElse_IsFalse(string? json) => Assert.False(new FormReply { ResponseJson = json }.TryGetData(out _));

    [Fact]
    public void TryGetData_BeyondItsLimits_IsFalse()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
        string Long(int length) => "{\"a\":\"" + new string('x', length - 8) + "\"}";

        Assert.True(new FormReply { ResponseJson = Nested(64) }.TryGetData(out _));
        Assert.False(new FormReply { ResponseJson = Nested(65) }.TryGetData(out _));
        Assert.True(new FormReply { ResponseJson = Long(FormReply.MaxDataLength) }.TryGetData(out _));
        Assert.False(new FormReply { ResponseJson = Long(FormReply.MaxDataLength + 1) }.TryGetData(out _));
    }

    [Fact]
    public void Parse_CallPermission_HasItsTerm()
    {
        CallPermissionReply permission = Parse("""
            {"interactive":{"call_permission_reply":{"response":"accept","is_permanent":"true","expiration_timestamp":1762513200,
            "response_source":"user_action"}}}
            """).CallPermission!;

        Assert.Equal(
            (CallPermission.Accepted, true, DateTimeOffset.FromUnixTimeSeconds(1762513200), "user_action"),
            (permission.Response, permission.IsPermanent, permission.ExpiresAt, permission.Source));
    }

    [Fact]
    public void Parse_PaymentMethod_HasTheCard()
    {
        PaymentMethodReply payment = Parse("""
            {"interactive":{"payment_method":{"payment_method":"offsite_card_pay","payment_timestamp":1762426700,"reference_id":"cart-71",
            "last_four_digits":4242,"credential_id":"99"}}}
            """).PaymentMethod!;

        Assert.Equal(
            ("offsite_card_pay", DateTimeOffset.FromUnixTimeSeconds(1762426700), "cart-71", "4242", "99"),
            (payment.Method, payment.ChosenAt, payment.ReferenceId, payment.LastFourDigits, payment.CredentialId));
    }

    [Fact]
    public void Parse_AnswerOfANewKind_IsKeptUnderItsType()
    {
        InteractiveReply reply = Parse("""{"interactive":{"product":{"id":"1"},"type":"product"}}""");

        Assert.Equal((new ReplyKind("product"), false, "product"), (reply.Kind, reply.Kind.IsKnown, reply.Type));
        Assert.Equal(["product"], reply.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_InteractiveBesideAButton_IsTheInteractiveInAnyOrder()
    {
        const string interactive = "\"interactive\":{\"button_reply\":{\"id\":\"i\"}}";
        const string button = "\"button\":{\"payload\":\"b\"}";
        foreach (string members in (string[])[$"{interactive},{button}", $"{button},{interactive}"])
        {
            InteractiveReplyEvent e = Bodies.ParseOne<InteractiveReplyEvent>(Bodies.Messages($$"""{"id":"w",{{members}}}"""));

            Assert.Equal("i", e.Reply.Id);
            Assert.Equal(["button"], e.AdditionalProperties.Select(pair => pair.Key));
        }
    }

    private static InteractiveReply Parse(string payload) =>
        Bodies.ParseOne<InteractiveReplyEvent>(Bodies.Messages($$"""{"id":"w",{{payload.Trim()[1..]}}""")).Reply;
}
