using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>A campaign whose endpoint records what Meta reports, over a real wire.</summary>
public class CampaignTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WindowErrorThatComesAsAStatus_SendsTheFallbackInTheNextRun()
    {
        await using TestShop shop = await TestShop.OpenAsync(
            webhooks =>
            {
                webhooks.Services.AddWhatsCommerceCampaigns();
                webhooks.RecordCampaigns();
            },
            new CloudApiEmulatorOptions { WindowErrorAsStatus = true });
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234");
        EmulatedCustomer ana = shop.Cloud.Customer("+16505551235");
        ana.CloseWindow();
        Campaigns campaigns = shop.Services.GetRequiredService<Campaigns>();

        CampaignReport first = await RunAsync(campaigns);
        await shop.Cloud.WhenDeliveredAsync(Stop);
        CampaignReport failed = (await campaigns.FindReportAsync("news", Stop))!;
        CampaignReport second = await RunAsync(campaigns);
        await shop.Cloud.WhenDeliveredAsync(Stop);
        CampaignReport third = await RunAsync(campaigns);

        Assert.Equal((2, 0), (first.Sent, first.Fallbacks));
        Assert.Equal(1, failed.FailedByCode[131047]);
        Assert.Equal((2, 1), (second.Sent, second.FallbacksAfterFailure));
        Assert.Equal((2, 1, 2, 0), (third.Sent, third.FallbacksAfterFailure, third.Delivered, third.Failed));
        Assert.Equal("text", Assert.Single(pablo.Received).Kind);
        Assert.Equal("template", Assert.Single(ana.Received, message => message.Kind == "template").Kind);
    }

    private static Task<CampaignReport> RunAsync(Campaigns campaigns) => campaigns.RunAsync(
        "news",
        new[] { "+16505551234", "+16505551235" }.Select(static number =>
            new CampaignMessage($"row {number[^1]}", number, Message.Text("Your size is back in stock!").Build())
            {
                Fallback = Message.Template("back_in_stock", "en_US").Build(),
            }),
        cancellationToken: Stop);
}
