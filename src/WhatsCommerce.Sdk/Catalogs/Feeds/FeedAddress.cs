using WhatsCommerce.Validation;

namespace WhatsCommerce.Catalogs;

/// <summary>Where Meta can fetch the file of a feed.</summary>
internal static class FeedAddress
{
    public const string Remedy = "The address of the feed is none: write it whole, with http://, https://, ftp:// or sftp://.";

    public static bool IsGood(string? address) => WebAddress.TryParse(address, out _, WebAddress.Http, WebAddress.Https, "ftp", "sftp");
}
