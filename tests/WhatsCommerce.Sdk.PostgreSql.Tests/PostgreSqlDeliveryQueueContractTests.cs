using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What every delivery queue must do, with two instances that have their own connections.</summary>
public sealed class PostgreSqlDeliveryQueueContractTests : DeliveryQueueContract
{
    private QueueDatabase? _database;

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override async ValueTask<(IDeliveryQueue Queue, IDeliveryQueue Other)> OpenAsync()
    {
        _database = QueueDatabase.Require();
        (IDeliveryQueue queue, IDeliveryQueue other) = (_database.OpenQueue(), _database.OpenQueue());
        await queue.StartAsync(Cancel);
        return (queue, other);
    }

    protected override async ValueTask PassTimeAsync(TimeSpan time) => await _database!.PassTimeAsync(time);
}
