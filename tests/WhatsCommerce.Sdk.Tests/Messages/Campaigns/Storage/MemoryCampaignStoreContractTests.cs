using WhatsCommerce.Messages;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>What every store of campaigns must do, within one process.</summary>
public sealed class MemoryCampaignStoreContractTests : CampaignStoreContract
{
    public override ValueTask DisposeAsync() => default;

    protected override ValueTask<(ICampaignStore Store, ICampaignStore Other)> OpenAsync()
    {
        MemoryCampaignStore store = new();
        return new((store, store));
    }
}
