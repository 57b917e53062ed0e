namespace WhatsCommerce.Testing;

/// <summary>Creates valid session descriptions (SDP) of a phone that does not exist.</summary>
internal static class CallSdp
{
    /// <summary>Creates the description of a call; always the same for the same call.</summary>
    public static string Make(string callId, bool isOffer)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(callId));
        string session = BitConverter.ToUInt32(hash).ToString(CultureInfo.InvariantCulture);
        string print = string.Join(':', hash.Select(part => part.ToString("X2", CultureInfo.InvariantCulture)));
        string secret = Convert.ToHexStringLower(hash);
        return string.Join(
            "\r\n",
            "v=0",
            $"o=- {session} 2 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "a=group:BUNDLE 0",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111 126",
            "c=IN IP4 0.0.0.0",
            "a=rtcp:9 IN IP4 0.0.0.0",
            $"a=ice-ufrag:{secret[..4]}",
            $"a=ice-pwd:{secret[4..28]}",
            $"a=fingerprint:sha-256 {print}",
            isOffer ? "a=setup:actpass" : "a=setup:active",
            "a=mid:0",
            "a=sendrecv",
            "a=rtcp-mux",
            "a=rtpmap:111 opus/48000/2",
            "a=rtpmap:126 telephone-event/8000",
            "");
    }
}
