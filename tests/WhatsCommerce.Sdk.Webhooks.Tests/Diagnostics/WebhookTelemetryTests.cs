using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Diagnostics;

/// <summary>What metrics and traces tell of a delivery. Each test has an endpoint of its own, since listeners hear all tests.</summary>
public class WebhookTelemetryTests
{
    private readonly string _endpoint = $"endpoint-{Guid.NewGuid()}";

    [Fact]
    public async Task Metrics_OfADelivery_CountWhatBecameOfEachPair()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using Receiver receiver = Start(endpoint => endpoint
            .Handle<TextEvent>("sound", (_, _) => Task.CompletedTask)
            .Handle<TextEvent>("faulty", (text, _) => text.Id.Value == "2" ? throw new InvalidTimeZoneException() : Task.CompletedTask));
        byte[] body = Deliveries.Texts("1", "2");

        for (int i = 0; i < 3; i++)
        {
            await Deliver(receiver, body);
        }

        Assert.Equal(
            [
                ("duplicate", "faulty", 3),
                ("duplicate", "sound", 4),
                ("dead", "faulty", 1),
                ("failed", "faulty", 1),
                ("handled", "faulty", 1),
                ("handled", "sound", 2)],
            listeners.Of(WebhookDiagnostics.Runs, _endpoint)
                .GroupBy(one => ((string)one.Tags["whatscommerce.outcome"]!, (string)one.Tags["whatscommerce.handler"]!))
                .Select(group => (group.Key.Item1, group.Key.Item2, group.Count()))
                .OrderByDescending(one => one.Item1 == "duplicate").ThenBy(one => one.Item1, StringComparer.Ordinal).ThenBy(
                    one => one.Item2, StringComparer.Ordinal));
        Assert.Equal(6, listeners.Of(WebhookDiagnostics.ReceivedEvents, _endpoint).Sum(one => one.Value));
        Assert.Equal(
            ["handler_failed", "handled", "handled"],
            listeners.Of(WebhookDiagnostics.Deliveries, _endpoint).Select(one => one.Tags["whatscommerce.outcome"]));
        Assert.Equal(
            "attempts_exhausted", Assert.Single(listeners.Of(WebhookDiagnostics.DeadLetters, _endpoint)).Tags["whatscommerce.reason"]);
        Assert.Equal(0, listeners.Of(WebhookDiagnostics.ActiveRuns, _endpoint).Sum(one => one.Value));
        Assert.Equal(5, listeners.Of(WebhookDiagnostics.ActiveRuns, _endpoint).Count(one => one.Value > 0));
    }

    [Fact]
    public async Task Metrics_OfARun_TellDurationAndLatency()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        FakeTimeProvider time = new();
        DateTimeOffset happened = DateTimeOffset.FromUnixTimeSeconds(1767225600);
        await using Receiver receiver = Start(
            endpoint => endpoint.Handle<TextEvent>("slow", (_, _) =>
            {
                time.Advance(TimeSpan.FromSeconds(2));
                return Task.CompletedTask;
            }),
            time);

        await Deliver(receiver, Deliveries.Texts("1"));

        Listeners.Measurement duration = Assert.Single(listeners.Of(WebhookDiagnostics.ProcessDuration, _endpoint));
        Listeners.Measurement latency = Assert.Single(listeners.Of(WebhookDiagnostics.Latency, _endpoint));
        Assert.Equal((2, (time.Start - happened).TotalSeconds + 2), (duration.Value, latency.Value));
        Assert.Equal(
            ("whatsapp", "process", "slow", "TextEvent"),
            (duration.Tags["messaging.system"], duration.Tags["messaging.operation.name"], duration.Tags["whatscommerce.handler"],
                duration.Tags["whatscommerce.event.type"]));
        Assert.False(duration.Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task Metrics_OfAFailure_TellItsType()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using Receiver receiver =
            Start(endpoint => endpoint.Handle<TextEvent>("faulty", (_, _) => throw new InvalidTimeZoneException()));

        await Deliver(receiver, Deliveries.Texts("1"));

        Assert.Equal(
            "System.InvalidTimeZoneException",
            Assert.Single(listeners.Of(WebhookDiagnostics.ProcessDuration, _endpoint)).Tags["error.type"]);
        Assert.Empty(listeners.Of(WebhookDiagnostics.Latency, _endpoint));
    }

    [Fact]
    public async Task Metrics_OfWhatNobodyHandles_AreCounted()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using Receiver receiver = Start(_ => { });

        await Deliver(receiver, Deliveries.Statuses("1", "2"));

        Assert.Equal(
            ["StatusEvent", "StatusEvent"],
            listeners.Of(WebhookDiagnostics.UnhandledEvents, _endpoint).Select(one => one.Tags["whatscommerce.event.type"]));
    }

    [Fact]
    public async Task Metrics_OfARefusal_CountTheDeliveryAlone()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using Receiver receiver = Start(_ => { });

        await receiver.Processor.ProcessAsync(
            Deliveries.Texts("1"),
            "sha256=00",
            new WebhookRequestOptions { EndpointName = _endpoint },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            "invalid_signature", Assert.Single(listeners.Of(WebhookDiagnostics.Deliveries, _endpoint)).Tags["whatscommerce.outcome"]);
        Assert.Empty(listeners.Of(WebhookDiagnostics.ReceivedEvents, _endpoint));
    }

    [Fact]
    public async Task Spans_OfADelivery_HoldThoseOfItsRuns()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        ActivitySpanId? inHandler = null;
        await using Receiver receiver = Start(endpoint => endpoint
            .Handle<TextEvent>("sound", (_, _) =>
            {
                inHandler = Activity.Current?.SpanId;
                return Task.CompletedTask;
            })
            .Handle<TextEvent>("faulty", (_, _) => throw new InvalidTimeZoneException()));

        await Deliver(receiver, Deliveries.Texts("1"));

        Activity[] spans = [.. listeners.Activities.Where(one => (string?)one.GetTagItem("messaging.destination.name") == _endpoint)];
        Assert.Equal(["process sound", "process faulty", "receive"], spans.Select(span => span.DisplayName));
        Assert.Equal([spans[2].SpanId, spans[2].SpanId], spans.Take(2).Select(span => span.ParentSpanId));
        Assert.Equal(spans[0].SpanId, inHandler);
        Assert.All(spans, span => Assert.Equal(ActivityKind.Consumer, span.Kind));
        Assert.Equal(
            [
                (ActivityStatusCode.Unset, null),
                (ActivityStatusCode.Error, "System.InvalidTimeZoneException"),
                (ActivityStatusCode.Error, "handler_failed")],
            spans.Select(span => (span.Status, (string?)span.GetTagItem("error.type"))));
        Assert.Equal((1, 1), (spans[2].GetTagItem("messaging.batch.message_count"), spans[0].GetTagItem("whatscommerce.attempt")));
    }

    [Fact]
    public async Task Telemetry_WhateverComes_HoldsNeitherNumbersNorTexts()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await using Receiver receiver = Start(endpoint => endpoint
            .Handle<TextEvent>("faulty", (_, _) => throw new InvalidTimeZoneException(Deliveries.CustomerPhone)));

        foreach (byte[] body in new[]
        {
            Deliveries.Texts(Deliveries.LongId), Deliveries.Orders(Deliveries.LongId), Deliveries.Statuses(Deliveries.LongId),
            Deliveries.OfUnknownType(Deliveries.LongId), Deliveries.Malformed(Deliveries.LongId), "{"u8.ToArray(),
        })
        {
            await Deliver(receiver, body);
        }

        Assert.Contains(_endpoint, listeners.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Deliveries.CustomerPhone, listeners.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MTY1MDU1NTAxMjM", listeners.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ripe", listeners.Text, StringComparison.Ordinal);
    }

    private Receiver Start(Action<WhatsCommerceWebhooksBuilder> add, FakeTimeProvider? time = null) => new(
        webhooks => add(webhooks.Services.AddWhatsCommerceWebhooks(
            _endpoint, options => (options.AppSecrets, options.MaxAttempts) = ([Receiver.Secret], 2))),
        time: time);

    private Task<WebhookResponse> Deliver(Receiver receiver, byte[] body) => receiver.Processor.ProcessAsync(
        body,
        WebhookSignature.Compute(body, Receiver.Secret),
        new WebhookRequestOptions { EndpointName = _endpoint },
        TestContext.Current.CancellationToken);
}
