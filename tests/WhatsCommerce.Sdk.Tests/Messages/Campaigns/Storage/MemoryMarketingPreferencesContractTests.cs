using WhatsCommerce.Messages;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>What everything that knows preferences must do, within one process.</summary>
public sealed class MemoryMarketingPreferencesContractTests : MarketingPreferencesContract
{
    public override ValueTask DisposeAsync() => default;

    protected override ValueTask<(IMarketingPreferences Preferences, IMarketingPreferences Other)> OpenAsync()
    {
        MemoryMarketingPreferences preferences = new();
        return new((preferences, preferences));
    }
}
