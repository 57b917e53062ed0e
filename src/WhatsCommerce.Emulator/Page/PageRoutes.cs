using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of the page, one a line, as listed in wwwroot/core/types.d.ts.</summary>
internal sealed class PageRoutes(CloudApiEmulator cloud)
{
    private readonly CustomerRoutes _customers = new(cloud);
    private readonly DeviceRoutes _devices = new(cloud);
    private readonly ProductRoutes _products = new(cloud);
    private readonly SettingsRoutes _settings = new(cloud);
    private readonly TrafficRoutes _traffic = new(cloud);

    public Task<PageAnswer> AnswerAsync(PageCall call) => (call.Method, call.Path) switch
    {
        ("GET" or "HEAD", []) => Now(PageFiles.Find("index.html")),
        ("GET" or "HEAD", ["page", .. var file]) => Now(PageFiles.Find(string.Join('/', file))),
        ("GET" or "HEAD", ["pictures", var name]) => Now(Pictures.Find(name) is { } picture
            ? PageAnswer.Bytes(picture, "image/svg+xml")
            : throw PageProblemException.NotFound("such picture")),
        ("GET", ["emulator", "events"]) => Now(PageEvents.Follow(cloud)),

        ("GET", ["emulator", "settings"]) => Now(_settings.Read()),
        ("POST", ["emulator", "settings"]) => Now(_settings.Change(call)),
        ("POST", ["emulator", "templates", "review"]) => Now(_settings.ReviewTemplate(call)),
        ("POST", ["emulator", "faults"]) => Now(_settings.NextAnswer(call)),
        ("POST", ["emulator", "faults", "clear"]) => Now(_settings.ClearFaults()),
        ("POST", ["emulator", "webhook-faults"]) => Now(_settings.AddWebhookFault(call)),
        ("POST", ["emulator", "webhook-faults", "clear"]) => Now(_settings.ClearWebhookFaults()),
        ("POST", ["emulator", "callback"]) => _settings.ConnectAsync(call),

        ("GET", ["emulator", "customers"]) => Now(_customers.List()),
        ("POST", ["emulator", "customers"]) => Now(_customers.Add(call)),
        ("POST", ["emulator", "customers", var id]) => Now(_customers.Change(call, id)),
        ("GET", ["emulator", "customers", var id, "chat"]) => Now(_customers.Chat(call, id)),
        ("POST", ["emulator", "customers", var id, "messages"]) => Now(_customers.Act(call, id)),
        ("POST", ["emulator", "customers", var id, "read"]) => Now(_customers.Read(id)),

        ("POST", ["emulator", "customers", var id, "devices"]) => Now(_devices.Add(call, id)),
        ("POST", ["emulator", "customers", var id, "devices", var device, "open"]) => Now(_devices.OpenProduct(call, id, device)),
        ("GET", ["emulator", "customers", var id, "devices", var device, "cart"]) => Now(_devices.Cart(id, device)),
        ("POST", ["emulator", "customers", var id, "devices", var device, "cart"]) => Now(_devices.Put(call, id, device)),
        ("POST", ["emulator", "customers", var id, "devices", var device, "cart", "open"]) => Now(_devices.OpenCart(id, device)),
        ("POST", ["emulator", "customers", var id, "devices", var device, "cart", "send"]) => Now(_devices.SendCart(call, id, device)),
        ("POST", ["emulator", "customers", var id, "devices", var device, "cart", "dismiss"]) => Now(_devices.Dismiss(id, device)),

        ("GET", ["emulator", "products"]) => Now(_products.List(call)),
        ("POST", ["emulator", "products", "change"]) => Now(_products.Change(call)),
        ("POST", ["emulator", "products", "review"]) => Now(_products.Review(call)),

        ("GET", ["emulator", "media", var id]) => Now(_customers.Media(id)),

        ("GET", ["emulator", "traffic"]) => Now(_traffic.List(call)),
        ("POST", ["emulator", "traffic", "clear"]) => Now(_traffic.Clear()),
        ("GET", ["emulator", "traffic", var number]) => Now(_traffic.Details(number)),
        ("POST", ["emulator", "traffic", var number, "again"]) => _traffic.AgainAsync(call, number),

        _ => throw PageProblemException.NotFound($"{call.Method} /{string.Join('/', call.Path)} on the page"),
    };

    private static Task<PageAnswer> Now(PageAnswer answer) => Task.FromResult(answer);
}
