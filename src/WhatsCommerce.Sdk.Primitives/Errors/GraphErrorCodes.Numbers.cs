namespace WhatsCommerce;

/// <content>Registration of a phone number; Business user names.</content>
public static partial class GraphErrorCodes
{
    // Registration of a phone number.

    /// <summary>The display name of the number is not approved.</summary>
    public const int DisplayNameNotApproved = 131037;

    /// <summary>The number is not registered correctly: its certificate does not fit.</summary>
    public const int CertificateIncorrect = 131045;

    /// <summary>An earlier deregistration did not finish: deregister again.</summary>
    public const int DeregistrationIncomplete = 133000;

    /// <summary>The data of a migration could not be decrypted. Source: Meta, on-premises errors.</summary>
    public const int DecryptionFailed = 133001;

    /// <summary>The backup of a migration could not be decrypted: wrong password or data. Source: Meta, on-premises errors.</summary>
    public const int BackupDecryptionFailed = 133002;

    /// <summary>The recovery token of a migration could not be decrypted. Source: Meta, on-premises errors.</summary>
    public const int RecoveryTokenDecryptionFailed = 133003;

    /// <summary>The two-step verification PIN is wrong.</summary>
    public const int PinMismatch = 133005;

    /// <summary>The number must be verified before it is registered.</summary>
    public const int VerificationNeeded = 133006;

    /// <summary>The number was blocked. Source: Meta, on-premises errors.</summary>
    public const int NumberBlocked = 133007;

    /// <summary>The PIN was guessed too often: wait as long as the details say.</summary>
    public const int TooManyPinGuesses = 133008;

    /// <summary>The PIN was entered too fast: wait as long as the details say.</summary>
    public const int PinGuessedTooFast = 133009;

    /// <summary>The number is not registered on the platform.</summary>
    public const int NumberNotRegistered = 133010;

    /// <summary>The number was deleted recently and is not ready: wait five minutes.</summary>
    public const int NumberRecentlyDeleted = 133015;

    /// <summary>The number was registered and deregistered too often: it is locked for 72 hours.</summary>
    public const int RegistrationRateLimit = 133016;

    // Business user names.

    /// <summary>The user name is taken or not allowed.</summary>
    public const int UserNameNotAvailable = 147001;

    /// <summary>The business portfolio needs a higher messaging limit for a user name.</summary>
    public const int UserNameNotEligible = 147002;

    /// <summary>The Facebook page that uses the name must be linked to the number first.</summary>
    public const int UserNameNeedsFacebookPage = 147003;

    /// <summary>The Instagram account that uses the name must be linked to the number first.</summary>
    public const int UserNameNeedsInstagramAccount = 147004;

    /// <summary>Another number of the same portfolio uses the name: ask for its transfer.</summary>
    public const int UserNameTransferRequired = 147005;
}
