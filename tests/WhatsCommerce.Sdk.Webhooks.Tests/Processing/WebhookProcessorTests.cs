using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What is accepted, what is answered, and what the logs keep to themselves.</summary>
public class WebhookProcessorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "carries no X-Hub-Signature-256")]
    [InlineData("", "carries no X-Hub-Signature-256")]
    [InlineData("sha1=0123", "is not sha256= and 64 hex digits")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000", "none of the AppSecrets")]
    public async Task ProcessAsync_SignatureMissingOrWrong_Is401AndRunsNothing(string? signature, string expected)
    {
        bool called = false;
        await using Receiver receiver = new(webhooks => webhooks.Handle<WebhookEvent>("all", (_, _) =>
        {
            called = true;
            return Task.CompletedTask;
        }));

        WebhookResponse answer = await receiver.Processor.ProcessAsync(Deliveries.Orders("1"), signature, cancellationToken: Cancellation);

        Assert.Equal((WebhookOutcome.InvalidSignature, 401, false), (answer.Outcome, answer.StatusCode, called));
        RecordedLogs.Entry entry = Assert.Single(receiver.Logs.OfSdk);
        Assert.Equal((LogLevel.Warning, 101), (entry.Level, entry.Id));
        Assert.Contains(expected, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessAsync_AnyOfSeveralSecrets_IsAccepted()
    {
        await using Receiver receiver = new(configure: options => options.AppSecrets = ["old", "", "new"]);
        byte[] body = Deliveries.Statuses("1");

        foreach (string secret in new[] { "old", "new" })
        {
            WebhookResponse answer = await receiver.Processor
                .ProcessAsync(body, WebhookSignature.Compute(body, secret), cancellationToken: Cancellation);
            Assert.Equal(WebhookOutcome.Handled, answer.Outcome);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"entry\":[")]
    public async Task ProcessAsync_SignedBodyThatIsNoJsonObject_IsKeptAsItCameAndIs200(string json)
    {
        await using Receiver receiver = new();

        WebhookResponse answer = await receiver.Deliver(Encoding.UTF8.GetBytes(json));

        Assert.Equal((WebhookOutcome.Unreadable, 200), (answer.Outcome, answer.StatusCode));
        DeadLetter letter = Assert.Single(receiver.Letters.All);
        Assert.Equal((DeadLetterReason.Unreadable, null, null), (letter.Reason, letter.HandlerName, letter.EventKey));
        Assert.Equal(json, Encoding.UTF8.GetString(letter.Body.Span));
        Assert.Contains(receiver.Logs.OfSdk, entry => (entry.Level, entry.Id) == (LogLevel.Error, 104));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":[]}")]
    public async Task ProcessAsync_NothingToHandle_IsHandled(string json)
    {
        await using Receiver receiver = new();

        WebhookResponse answer = await receiver.Deliver(Encoding.UTF8.GetBytes(json));

        Assert.Equal(200, answer.StatusCode);
    }

    [Theory]
    [InlineData(0, WebhookOutcome.Handled)]
    [InlineData(1, WebhookOutcome.BodyTooLarge)]
    public async Task ProcessAsync_BodyAtTheLimitAndOneOver_IsAcceptedAndRefused(int over, WebhookOutcome expected)
    {
        byte[] body = Deliveries.Statuses("1");
        await using Receiver receiver = new(
            configure: options => (options.AppSecrets, options.MaxBodyBytes) = ([Receiver.Secret], body.Length - over));

        WebhookResponse answer = await receiver.Deliver(body);

        Assert.Equal(expected, answer.Outcome);
    }

    [Theory]
    [InlineData(false, null, true, 200)]
    [InlineData(false, "sha256=00", true, 200)]
    [InlineData(false, null, false, 401)]
    [InlineData(true, null, true, 200)]
    [InlineData(true, "sha256=00", true, 401)]
    [InlineData(true, null, false, 401)]
    public async Task ProcessAsync_UnsignedAllowed_TakesEffectInDevelopmentOnly(
        bool hasSecret, string? signature, bool isDevelopment, int expected)
    {
        await using Receiver receiver = new(
            configure: options => (options.AppSecrets, options.AllowUnsigned) = (hasSecret ? [Receiver.Secret] : [], true));

        WebhookResponse answer = await receiver.Processor.ProcessAsync(
            Deliveries.Statuses("1"), signature, new WebhookRequestOptions { IsDevelopment = isDevelopment }, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Id == (expected == 200 ? 102 : 101));
    }

    [Fact]
    public async Task ProcessAsync_NoSecret_RefusesAndSaysWhatToSet()
    {
        await using Receiver receiver = new(configure: options => options.AppSecrets = []);

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => receiver.Processor.ProcessAsync(
                Deliveries.Orders("1"), null, new WebhookRequestOptions { IsDevelopment = true }, Cancellation));

        Assert.Contains("AppSecrets is empty", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AppSecrets__0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessAsync_NameThatWasNotRegistered_SaysWhichCallIsMissing()
    {
        await using Receiver receiver = new();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => receiver.Processor.ProcessAsync(
                Deliveries.Orders("1"), null, new WebhookRequestOptions { EndpointName = "tenant" }, Cancellation));

        Assert.Contains("call AddWhatsCommerceWebhooks(\"tenant\", section)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscribe", "my-token", "1158201444", WebhookOutcome.ChallengeAccepted, 200)]
    [InlineData("subscribe", "My-token", "1158201444", WebhookOutcome.InvalidVerifyToken, 403)]
    [InlineData("subscribe", "my-token-", "1158201444", WebhookOutcome.InvalidVerifyToken, 403)]
    [InlineData("unsubscribe", "my-token", "1158201444", WebhookOutcome.InvalidChallenge, 400)]
    [InlineData(null, "my-token", "1158201444", WebhookOutcome.InvalidChallenge, 400)]
    [InlineData("subscribe", null, "1158201444", WebhookOutcome.InvalidChallenge, 400)]
    [InlineData("subscribe", "my-token", null, WebhookOutcome.InvalidChallenge, 400)]
    [InlineData("subscribe", "my-token", "", WebhookOutcome.InvalidChallenge, 400)]
    public async Task AnswerChallenge_EachCase_IsAnswered(
        string? mode, string? token, string? challenge, WebhookOutcome outcome, int status)
    {
        await using Receiver receiver = new(
            configure: options => (options.AppSecrets, options.VerifyToken) = ([Receiver.Secret], "my-token"));

        WebhookResponse answer = receiver.Processor.AnswerChallenge(mode, token, challenge);

        Assert.Equal((outcome, status), (answer.Outcome, answer.StatusCode));
        Assert.Equal(status == 200 ? challenge : null, answer.Body);
        Assert.DoesNotContain(receiver.Logs.OfSdk, entry => entry.Text.Contains("my-token", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task AnswerChallenge_NoVerifyTokenSet_RefusesAndSaysSo(string? verifyToken)
    {
        await using Receiver receiver = new(
            configure: options => (options.AppSecrets, options.VerifyToken) = ([Receiver.Secret], verifyToken));

        WebhookResponse answer = receiver.Processor.AnswerChallenge("subscribe", " ", "1158201444");

        Assert.Equal(403, answer.StatusCode);
        Assert.Contains(
            receiver.Logs.OfSdk, entry => entry.Id == 122 && entry.Text.Contains("VerifyToken is not set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProcessAsync_WhateverComes_LogsNeitherNumbersNorTexts()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<TextEvent>("faulty", (_, _) => throw new InvalidTimeZoneException()));

        await receiver.Deliver(Deliveries.Texts(Deliveries.LongId));
        await receiver.Deliver(Deliveries.Orders(Deliveries.LongId));
        await receiver.Deliver(Deliveries.Statuses(Deliveries.LongId));
        await receiver.Deliver(Deliveries.OfUnknownType(Deliveries.LongId));
        await receiver.Deliver(Deliveries.Malformed(Deliveries.LongId));
        await receiver.Deliver([.. Deliveries.Texts(Deliveries.LongId), (byte)'x']);
        await receiver.Processor.ProcessAsync(Deliveries.Texts(Deliveries.LongId), null, cancellationToken: Cancellation);

        string logs = string.Join('\n', receiver.Logs.OfSdk.Select(entry => entry.Text));
        Assert.Contains("..." + Deliveries.LongId[^12..], logs, StringComparison.Ordinal);
        Assert.DoesNotContain("MTY1MDU1NTAxMjM", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Deliveries.CustomerPhone, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("ripe", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Receiver.Secret, logs, StringComparison.Ordinal);
    }
}
