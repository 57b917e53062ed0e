using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>Messages that Meta accepts, and reports later as failed because the window was closed.</summary>
public sealed class CampaignFallbackTests : IDisposable
{
    private const string Spring = "spring sale";

    private readonly CampaignMeta _meta = new();
    private readonly List<SendResult> _results = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _meta.Dispose();

    [Fact]
    public async Task Run_FailedOutsideTheWindow_SendsTheFallbackOnce()
    {
        await RunAsync();
        await FailAsync(1, 131047);
        CampaignReport before = (await _meta.Campaigns.FindReportAsync(Spring, Cancel))!;

        CampaignReport second = await RunAsync();
        CampaignReport third = await RunAsync();

        Assert.Equal((3, 0, 1), (before.Sent, before.Fallbacks, before.FailedByCode[131047]));
        Assert.Equal((CampaignState.Completed, 3, 1, 1), (second.State, second.Sent, second.Fallbacks, second.FallbacksAfterFailure));
        Assert.Equal(0, second.Failed);
        Assert.Equal(second.ToString(), third.ToString());
        Assert.Equal(1, Assert.Single(_meta.Accepted, IsFallback).Value);
        SendResult late = Assert.Single(_results, result => result.Fallback == FallbackReason.WindowReported);
        Assert.Equal(CampaignMeta.Id(1), ((CampaignMessage)late.Data!).Id);
    }

    [Fact]
    public async Task Run_FailedWithAnotherError_SendsNothing()
    {
        await RunAsync();
        await FailAsync(1, 131026);

        CampaignReport report = await RunAsync();

        Assert.Equal((0, 1), (report.Fallbacks, report.Failed));
        Assert.DoesNotContain(_meta.Accepted, IsFallback);
    }

    [Fact]
    public async Task Run_OptionCleared_SendsNothing()
    {
        await RunAsync();
        await FailAsync(1, 131047);

        CampaignReport report = await RunAsync(new CampaignOptions { FallBackAfterFailure = false });

        Assert.Equal((0, 1), (report.Fallbacks, report.Failed));
    }

    [Fact]
    public async Task Run_FallbackFailsToo_IsNotSentAgain()
    {
        await RunAsync();
        await FailAsync(1, 131047);
        await RunAsync();
        string fallback = Assert.Single(_meta.Accepted, IsFallback).Key;
        await RecordAsync(fallback, "wamid.4", 131047);

        CampaignReport report = await RunAsync();

        Assert.Equal((1, 1, 1), (report.FallbacksAfterFailure, report.Failed, report.FailedByCode[131047]));
        Assert.Equal(1, Assert.Single(_meta.Accepted, IsFallback).Value);
    }

    [Fact]
    public async Task Resolve_UnknownFallbackThatWasNotSent_IsSentByTheNextRun()
    {
        await RunAsync();
        await FailAsync(1, 131047);
        _meta.Answer = static _ => StubMeta.Error(131000, 500);
        Assert.Equal((2, 1), (await RunAsync() is var lost ? (lost.Sent, lost.Unknown) : default));
        _meta.Answer = static _ => null;
        Assert.Equal(1, (await RunAsync()).Unknown);

        Assert.True(await _meta.Campaigns.ResolveAsync(Spring, CampaignMeta.Id(1), sentAs: default, Cancel));
        CampaignReport report = await RunAsync();

        Assert.Equal((3, 0, 1), (report.Sent, report.Unknown, report.FallbacksAfterFailure));
        Assert.Equal(1, Assert.Single(_meta.Accepted, IsFallback).Value);
    }

    [Fact]
    public async Task Run_CustomerWhoOptedOutMeanwhile_GetsNoFallback()
    {
        await RunAsync();
        await FailAsync(1, 131047);
        await _meta.Services.GetRequiredService<IMarketingPreferences>().RecordAsync(
            new MarketingPreference(TestClient.PhoneNumberId, isStopped: true, DateTimeOffset.UnixEpoch, CampaignMeta.Number(1)), Cancel);

        CampaignReport report = await RunAsync();

        Assert.Equal((2, 1), (report.Sent, report.HeldBack));
        Assert.DoesNotContain(_meta.Accepted, IsFallback);
    }

    private static bool IsFallback(KeyValuePair<string, int> body) => body.Key.Contains("come_back", StringComparison.Ordinal);

    private Task<CampaignReport> RunAsync(CampaignOptions? options = null) => _meta.Campaigns.RunAsync(
        Spring,
        CampaignMeta.Messages(3).Select(message => new CampaignMessage(message.Id, message.To, message.Message)
        {
            Fallback = Message.Template("come_back", "en_US").Build(),
        }),
        (options ?? new CampaignOptions()) with { OnResult = _results.Add },
        Cancel);

    private Task FailAsync(int number, int code) => RecordAsync(
        _meta.Accepted.Keys.Single(body => body.Contains($"Hello {CampaignMeta.Id(number)}\"", StringComparison.Ordinal)),
        _results.Single(result => ((CampaignMessage)result.Data!).Id == CampaignMeta.Id(number)).Receipt!.Id,
        code);

    private async Task RecordAsync(string body, MessageId messageId, int code)
    {
        int start = body.IndexOf("once.", StringComparison.Ordinal);
        Assert.True(await _meta.Services.GetRequiredService<IDeliveryRecorder>().RecordAsync(
            new DeliveryReport(
                TestClient.PhoneNumberId,
                messageId,
                body[start..body.IndexOf('"', start)],
                DeliveryProgress.Failed,
                DateTimeOffset.UnixEpoch,
                code),
            Cancel));
    }
}
