using Microsoft.AspNetCore.Http.HttpResults;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of customers: their profiles, chats and actions.</summary>
internal sealed class CustomerRoutes(CloudApiEmulator cloud)
{
    private const int Most = 200;
    private const int MostPictureBytes = 5 * 1024 * 1024;

    public IResult List() => TypedResults.Json<IReadOnlyList<CustomerJson>>(
        [
            .. cloud.Customers
                .OrderByDescending(customer => customer.Chat is [.., var last] ? last.At : DateTimeOffset.MinValue)
                .Take(Most)
                .Select(CustomerJson.Of),
        ],
        PageJson.Default.IReadOnlyListCustomerJson);

    public IResult Add(PageCall call)
    {
        NewCustomerJson wanted = call.Body(PageJson.Default.NewCustomerJson);
        string address = !string.IsNullOrWhiteSpace(wanted.Phone) ? wanted.Phone.Trim()
            : !string.IsNullOrWhiteSpace(wanted.UserId) ? wanted.UserId.Trim()
            : throw new PageProblemException("A customer needs a phone number or a user id.");
        CustomerApp app = AppOf(wanted.Platform, wanted.Version) ?? CustomerApp.Current;
        EmulatedCustomer customer = cloud.Customer(address, string.IsNullOrWhiteSpace(wanted.Name) ? null : wanted.Name.Trim());
        customer.App = app;
        return View(customer);
    }

    public IResult Change(PageCall call)
    {
        CustomerChangeJson change = call.Body(PageJson.Default.CustomerChangeJson);
        EmulatedCustomer customer = Find(call);
        customer.App = AppOf(change.Platform, change.Version) ?? customer.App;
        customer.ReadsAutomatically = change.ReadsAutomatically ?? customer.ReadsAutomatically;
        customer.HidesPhoneNumber = change.HidesPhoneNumber ?? customer.HidesPhoneNumber;
        if (!string.IsNullOrWhiteSpace(change.Name))
        {
            cloud.Customer(customer.UserId, change.Name.Trim());
        }

        if (change.CloseWindow)
        {
            customer.CloseWindow();
        }

        return View(customer);
    }

    public IResult Chat(PageCall call) =>
        TypedResults.Json(ChatJson.Of(cloud, Find(call), call.Number("since", 0)), PageJson.Default.ChatJson);

    // A read receipt does not wait for the callback, so the person at the phone does not either.
    public IResult Read(PageCall call)
    {
        _ = Find(call).ReadAsync(CancellationToken.None);
        return PageCall.Done;
    }

    /// <summary>
    /// Performs an action of a customer. Returns once the message is on its way; whether the callback accepts it is shown in the traffic.
    /// </summary>
    public IResult Act(PageCall call)
    {
        ActionJson action = call.Body(PageJson.Default.ActionJson);
        EmulatedCustomer customer = Find(call);
        if (action.Type == "forward")
        {
            customer.Forward(Message(action), Find(cloud, action.To ?? ""));
            return PageCall.Done;
        }

        Task<MessageId> sending = CallActions.Find(customer, action) ?? action.Type switch
        {
            "text" when action.About is { } product => customer.AskAboutAsync(product, Text(action), CancellationToken.None),
            "text" when action.ReplyTo is { } quoted => customer.ReplyToAsync(quoted, Text(action), CancellationToken.None),
            "text" => customer.SendTextAsync(Text(action), CancellationToken.None),
            "reaction" => customer.ReactAsync(Message(action), action.Emoji, CancellationToken.None),
            "button" => customer.PressAsync(Message(action), action.Button ?? "", CancellationToken.None),
            "row" => customer.ChooseAsync(Message(action), action.Row ?? "", CancellationToken.None),
            "location" => customer.ShareLocationAsync(
                action.Latitude, action.Longitude, action.Name, action.Address, action.ReplyTo, CancellationToken.None),
            "image" => customer.SendImageAsync(Picture(action), action.MimeType ?? "", action.Caption, CancellationToken.None),
            "form" when action.Response is { } response => customer.SubmitFormAsync(Message(action), response, CancellationToken.None),
            "pay" => PayAsync(customer, Text(action), action.Succeeds),
            "play" => PlayAsync(customer, Message(action)),
            "contact" => customer.ShareContactAsync(Message(action), CancellationToken.None),
            var type => throw new PageProblemException($"A customer cannot do '{type}' here."),
        };
        return Sent(sending);
    }

    private static async Task<MessageId> PayAsync(EmulatedCustomer customer, string referenceId, bool succeeds)
    {
        await customer.PayAsync(referenceId, succeeds, CancellationToken.None).ConfigureAwait(false);
        return default;
    }

    private static async Task<MessageId> PlayAsync(EmulatedCustomer customer, MessageId message)
    {
        await customer.PlayAsync(message, CancellationToken.None).ConfigureAwait(false);
        return default;
    }

    // Supports range requests, without which a browser cannot seek in a video.
    public IResult Media(PageCall call) => cloud.FindMedia(call.Path("id")) is { } media
        ? TypedResults.Bytes(media.Content, media.MimeType, enableRangeProcessing: true)
        : throw PageProblemException.NotFound("such picture or file");

    public static EmulatedCustomer Find(CloudApiEmulator cloud, string id) =>
        cloud.Customers.FirstOrDefault(customer => customer.UserId.Value == id) ?? throw PageProblemException.NotFound($"customer '{id}'");

    /// <summary>Responds once a message is being sent, or with its error. The page finds the message in the chat.</summary>
    public static IResult Sent(Task<MessageId> sending)
    {
        if (sending.IsFaulted)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(sending.Exception.InnerException!);
        }

        return PageCall.Done;
    }

    private EmulatedCustomer Find(PageCall call) => Find(cloud, call.Path("id"));

    private static JsonHttpResult<CustomerJson> View(EmulatedCustomer customer) =>
        TypedResults.Json(CustomerJson.Of(customer), PageJson.Default.CustomerJson);

    private static MessageId Message(ActionJson action) =>
        action.MessageId ?? throw new PageProblemException("The action has no message id.");

    private static string Text(ActionJson action) =>
        string.IsNullOrWhiteSpace(action.Text)
            ? throw new PageProblemException("There is nothing to send: the text is empty.")
            : action.Text;

    private static byte[] Picture(ActionJson action)
    {
        byte[] picture = Convert.FromBase64String(action.Data ?? "");
        return picture.Length <= MostPictureBytes
            ? picture
            : throw new PageProblemException($"The picture has {picture.Length / 1024 / 1024} MB; WhatsApp accepts up to 5 MB.");
    }

    private static CustomerApp? AppOf(string? platform, string? version) => string.IsNullOrWhiteSpace(version) ? null
        : platform == "ios" ? CustomerApp.Iphone(version)
        : CustomerApp.Android(version);
}
