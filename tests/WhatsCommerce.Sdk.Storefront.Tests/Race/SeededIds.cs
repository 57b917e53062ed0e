using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>Ids that a failing run can be read by, and that a seed repeats.</summary>
internal sealed class SeededIds : IdSource
{
    private int _last;

    public override string Next() => (++_last).ToString("D7", CultureInfo.InvariantCulture) + "00000000000000000000000x0";
}
