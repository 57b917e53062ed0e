namespace WhatsCommerce.Testing;

/// <summary>A business phone number of the local Cloud API, with its settings. Thread-safe.</summary>
public sealed class EmulatedNumber
{
    private readonly byte[] _token;
    private volatile byte[] _settings = [.. CallSettings.First];

    internal EmulatedNumber(PhoneNumberId id, PhoneNumber phoneNumber, string accessToken, EmulatedAccount account)
    {
        Id = id;
        PhoneNumber = phoneNumber;
        Account = account;
        _token = Encoding.UTF8.GetBytes(accessToken);
    }

    /// <summary>The id of the number.</summary>
    public PhoneNumberId Id { get; }

    /// <summary>The phone number that customers see.</summary>
    public PhoneNumber PhoneNumber { get; }

    /// <summary>Whether customers can put items into a cart; initially <see langword="true"/>, as at Meta.</summary>
    public bool IsCartEnabled
    {
        get;
        set
        {
            field = value;
            Account.Changes.Settings();
        }
    }
    = true;

    /// <summary>
    /// Whether customers see the catalog. At Meta it is initially hidden; in the emulator it is initially visible, as for a configured
    /// shop. While it is hidden, messages with products fail with error 131009.
    /// </summary>
    public bool IsCatalogVisible
    {
        get;
        set
        {
            field = value;
            Account.Changes.Settings();
        }
    }
    = true;

    /// <summary>
    /// Whether calling is enabled. At Meta it is initially disabled; in the emulator it is initially enabled, as for a configured number.
    /// While it is disabled, customers cannot call, and calls and requests for the permission to call fail with error 138000.
    /// </summary>
    public bool IsCallingEnabled
    {
        get => CallSettings.IsEnabled(Settings);
        set => Settings = CallSettings.Enable(Settings, value);
    }

    /// <summary>Whether customers see the call button, according to the settings of the number (<c>call_icon_visibility</c>).</summary>
    public bool ShowsCallButton => CallSettings.ShowsIcons(Settings);

    /// <summary>The name that customers see.</summary>
    public string VerifiedName
    {
        get;
        set
        {
            field = value;
            Account.Changes.Settings();
        }
    }
    = "Local shop";

    /// <summary>The display name that the app requested, while it is being reviewed; <see langword="null"/> otherwise.</summary>
    public string? NewDisplayName { get; internal set; }

    /// <summary>
    /// Meta's status of the request for an official business account (blue badge): initially NOT_STARTED, PENDING after the app's request;
    /// APPROVED or REJECTED by the test.
    /// </summary>
    public string OfficialStatus
    {
        get;
        set
        {
            field = value;
            Account.Changes.Settings();
        }
    }
    = "NOT_STARTED";

    /// <summary>Meta's quality rating of the number: GREEN, YELLOW, RED or NA.</summary>
    public string QualityRating { get; set; } = "GREEN";

    /// <summary>
    /// The URL that receives the webhooks of this number instead of the app's callback, as set by the app (<c>override_callback_uri</c>).
    /// </summary>
    public string? CallbackOverride => Callback?.OriginalString;

    /// <summary>The same as an address.</summary>
    internal Uri? Callback { get; set; }

    /// <summary>The WhatsApp Business account that the number belongs to.</summary>
    internal EmulatedAccount Account { get; }

    /// <summary>The compliance data of the business for India: a JSON object in UTF-8; <see langword="null"/> until it is set.</summary>
    internal byte[]? Compliance { get; set; }

    /// <summary>The business profile: a JSON object in UTF-8.</summary>
    internal byte[] Profile { get; set; } = [.. """{"messaging_product":"whatsapp"}"""u8];

    /// <summary>The token that opens it.</summary>
    internal string Token => Encoding.UTF8.GetString(_token);

    /// <summary>Whether it is registered, as it is at first: where its data is stored can be changed only while it is not.</summary>
    internal bool IsRegistered { get; set; } = true;

    internal BlockList Blocked { get; } = new();
    internal QrCodeBook QrCodes { get; } = new();

    /// <summary>The PIN of two-step verification; <see langword="null"/> until the app sets one.</summary>
    internal string? Pin { get; set; }

    /// <summary>The content of <c>/settings</c>: a JSON object in UTF-8.</summary>
    internal byte[] Settings
    {
        get => _settings;
        set
        {
            _settings = value;
            Account.Changes.Settings();
        }
    }

    /// <summary>
    /// The public key, as PEM, with which flows encrypt what they send to their endpoint; <see langword="null"/> until the app sets it.
    /// </summary>
    public string? PublicKey { get; internal set; }

    /// <summary>Prompts and commands: a JSON object in UTF-8; <see langword="null"/> until the app sets them.</summary>
    internal byte[]? Automation { get; set; }

    /// <summary>The id of the number.</summary>
    public override string ToString() => Id.ToString();

    internal bool HasToken(string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _token);
}
