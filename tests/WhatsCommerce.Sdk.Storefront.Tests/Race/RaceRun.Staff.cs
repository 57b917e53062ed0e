using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

// The people of the shop: prices and stock, marks and refunds, and the provider's dashboard.
internal sealed partial class RaceRun
{
    private async Task ShopkeeperAsync()
    {
        await PauseAsync(120).ConfigureAwait(false);
        if (_random.Next(3) == 0)
        {
            _shelf.Prices.Add(new Money(3.99m, "USD"));
        }

        await PauseAsync(120).ConfigureAwait(false);
        _shelf.RunsOut = _loses;
    }

    private async Task StaffAsync()
    {
        if (!_hasStaff)
        {
            return;
        }

        if (_random.Next(2) == 0)
        {
            await PauseAsync(150).ConfigureAwait(false);
            if (_cart.HasValue)
            {
                await _shop.Orders.MarkPaidAsync(_cart, "ann", "cash", _stop).ConfigureAwait(false);
            }

            return;
        }

        for (int tries = 0; tries < 3; tries++)
        {
            await PauseAsync(200).ConfigureAwait(false);
            foreach (Order order in await _store.ListOrdersAsync("shop", new OrderQuery(), _stop).ConfigureAwait(false))
            {
                Money part = new(_random.Next(1, 800) / 100m, "USD");
                Start(() => _shop.Orders.RefundAsync(order.Id, part, "ann", "bruised", cancellationToken: _stop));
                Money? other = _random.Next(2) == 0 ? null : part;
                Start(() => _shop.Orders.RefundAsync(order.Id, other, "bob", "bruised", cancellationToken: _stop));
            }
        }
    }

    private async Task DashboardAsync()
    {
        for (int tries = 0; _provider.GivesBack && tries < 4; tries++)
        {
            await PauseAsync(200).ConfigureAwait(false);
            _provider.GiveBack();
        }
    }
}
