using Microsoft.AspNetCore.Http.HttpResults;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of a customer's devices: product pages and carts.</summary>
internal sealed class DeviceRoutes(CloudApiEmulator cloud)
{
    public IResult Add(PageCall call)
    {
        EmulatedCustomer customer = CustomerRoutes.Find(cloud, call.Path("id"));
        EmulatedDevice added = customer.AddDevice(call.Body(PageJson.Default.NewDeviceJson).Name ?? "");
        return TypedResults.Json(DeviceJson.Of(added, customer.Devices.ToList().IndexOf(added)), PageJson.Default.DeviceJson);
    }

    public IResult OpenProduct(PageCall call)
    {
        EmulatedDevice device = Find(call);
        OpenedProduct opened = device.Open(call.Body(PageJson.Default.ItemJson).RetailerId);
        EmulatedCatalog catalog = cloud.ConnectedCatalog!;
        return TypedResults.Json(
            new OpenedProductJson(
                ProductJson.Of(catalog, opened.Item),
                [.. opened.Variants.Select(item => ProductJson.Of(catalog, item))],
                opened.Changes),
            PageJson.Default.OpenedProductJson);
    }

    public IResult Cart(PageCall call) => View(Find(call).Cart);

    public IResult Put(PageCall call)
    {
        ItemJson item = call.Body(PageJson.Default.ItemJson);
        EmulatedCart cart = Find(call).Cart;
        if (item.Quantity < 0 || item.Quantity > CartItem.MaxQuantity)
        {
            throw new PageProblemException($"A cart holds up to {CartItem.MaxQuantity} of one item.");
        }

        cart.Put(item.RetailerId, item.Quantity);
        return View(cart);
    }

    public IResult OpenCart(PageCall call)
    {
        EmulatedCart cart = Find(call).Cart;
        cart.Refresh();
        return View(cart);
    }

    public IResult SendCart(PageCall call)
    {
        EmulatedCart cart = Find(call).Cart;
        return CustomerRoutes.Sent(cart.SendAsync(call.Body(PageJson.Default.NoteJson).Note, CancellationToken.None));
    }

    public IResult Dismiss(PageCall call)
    {
        EmulatedCart cart = Find(call).Cart;
        cart.DismissNotices();
        return View(cart);
    }

    private JsonHttpResult<CartJson> View(EmulatedCart cart) => TypedResults.Json(CartJson.Of(cloud, cart), PageJson.Default.CartJson);

    private EmulatedDevice Find(PageCall call)
    {
        string deviceId = call.Path("device");
        EmulatedCustomer customer = CustomerRoutes.Find(cloud, call.Path("id"));
        return deviceId.StartsWith('d')
            && int.TryParse(deviceId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < customer.Devices.Count
            ? customer.Devices[index]
            : throw PageProblemException.NotFound($"device '{deviceId}' of this customer");
    }
}
