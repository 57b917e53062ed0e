using System.Globalization;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of a customer's devices: product pages and carts.</summary>
internal sealed class DeviceRoutes(CloudApiEmulator cloud)
{
    public PageAnswer Add(PageCall call, string customerId)
    {
        EmulatedCustomer customer = CustomerRoutes.Find(cloud, customerId);
        EmulatedDevice added = customer.AddDevice(call.Body(PageJson.Default.NewDeviceJson).Name ?? "");
        return PageAnswer.Json(DeviceJson.Of(added, customer.Devices.ToList().IndexOf(added)), PageJson.Default.DeviceJson);
    }

    public PageAnswer OpenProduct(PageCall call, string customerId, string deviceId)
    {
        EmulatedDevice device = Find(customerId, deviceId);
        OpenedProduct opened = device.Open(call.Body(PageJson.Default.ItemJson).RetailerId);
        EmulatedCatalog catalog = cloud.ConnectedCatalog!;
        return PageAnswer.Json(
            new OpenedProductJson(
                ProductJson.Of(catalog, opened.Item),
                [.. opened.Variants.Select(item => ProductJson.Of(catalog, item))],
                opened.Changes),
            PageJson.Default.OpenedProductJson);
    }

    public PageAnswer Cart(string customerId, string deviceId) => View(Find(customerId, deviceId).Cart);

    public PageAnswer Put(PageCall call, string customerId, string deviceId)
    {
        ItemJson item = call.Body(PageJson.Default.ItemJson);
        EmulatedCart cart = Find(customerId, deviceId).Cart;
        if (item.Quantity is < 0 or > CartItem.MaxQuantity)
        {
            throw new PageProblemException($"A cart holds up to {CartItem.MaxQuantity} of one item.");
        }

        cart.Put(item.RetailerId, item.Quantity);
        return View(cart);
    }

    public PageAnswer OpenCart(string customerId, string deviceId)
    {
        EmulatedCart cart = Find(customerId, deviceId).Cart;
        cart.Refresh();
        return View(cart);
    }

    public PageAnswer SendCart(PageCall call, string customerId, string deviceId)
    {
        EmulatedCart cart = Find(customerId, deviceId).Cart;
        return CustomerRoutes.Sent(cart.SendAsync(call.Body(PageJson.Default.NoteJson).Note, CancellationToken.None));
    }

    public PageAnswer Dismiss(string customerId, string deviceId)
    {
        EmulatedCart cart = Find(customerId, deviceId).Cart;
        cart.DismissNotices();
        return View(cart);
    }

    private PageAnswer View(EmulatedCart cart) => PageAnswer.Json(CartJson.Of(cloud, cart), PageJson.Default.CartJson);

    private EmulatedDevice Find(string customerId, string deviceId)
    {
        EmulatedCustomer customer = CustomerRoutes.Find(cloud, customerId);
        return deviceId.StartsWith('d')
            && int.TryParse(deviceId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < customer.Devices.Count
            ? customer.Devices[index]
            : throw PageProblemException.NotFound($"device '{deviceId}' of this customer");
    }
}
