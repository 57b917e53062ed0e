using BenchmarkDotNet.Attributes;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>The BenchmarkDotNet version of <see cref="ParserComparisons"/> and <see cref="SignatureComparisons"/>.</summary>
[MemoryDiagnoser]
public class WebhookBenchmarks
{
    private const string Secret = "5d2f0c9be1a84376b0c8e74d19f3a652";
    private static readonly string[] Secrets = [Secret];
    private static readonly string Header = WebhookSignature.Compute(WebhookBodies.Kilobyte, Secret);

    [Benchmark(Baseline = true)]
    public int BarePassOverOrder() => ParserComparisons.BarePass(WebhookBodies.OrderOfTwoItems);

    [Benchmark]
    public WebhookNotification ParseOrder() => WebhookParser.Parse(WebhookBodies.OrderOfTwoItems);

    [Benchmark]
    public WebhookNotification ParseProductQuestion() => WebhookParser.Parse(WebhookBodies.ProductQuestion);

    [Benchmark]
    public WebhookNotification ParseStatus() => WebhookParser.Parse(WebhookBodies.Status);

    [Benchmark]
    public WebhookNotification ParseThousandStatuses() => WebhookParser.Parse(WebhookBodies.ThousandStatuses);

    [Benchmark]
    public SignatureResult VerifySignature() => WebhookSignature.Verify(WebhookBodies.Kilobyte, Header, Secrets);
}
