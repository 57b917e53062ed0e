using WhatsCommerce.Tests.Identities;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What all must find, with two instances that have their own connections.</summary>
public sealed class SqliteCustomerIdentitiesContractTests : CustomerIdentitiesContract
{
    private readonly TestFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return default;
    }

    protected override ValueTask<(ICustomerIdentities Identities, ICustomerIdentities Other)> OpenAsync(ICustomersMergedHandler handler) =>
        new((_file.Identities(handler), _file.Identities(handler)));

    protected override void Tick() => _file.Time.Advance(TimeSpan.FromMilliseconds(1));
}
